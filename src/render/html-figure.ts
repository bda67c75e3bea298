/** Figures in HTML. */

import { escaped } from '../text/html.js';
import type { XmlElement } from '../xml/parse.js';

/** Pictures that a browser can show; what a volume names by its archive's identifier alone is none. */
const PICTURE = /^(?:https?:\/\/|(?![a-z][a-z0-9+.-]*:)).*\.(?:png|jpe?g|gif|svg|webp)$/i;

export const pictureOf = ({ attributes }: XmlElement): string =>
  PICTURE.test(attributes.url ?? '') ? `<img src="${escaped(attributes.url!)}" alt="">` : '';

/** A figure whose heading is its caption. */
export const withCaption = (figure: XmlElement): XmlElement => ({
  ...figure,
  children: figure.children.map((child) =>
    child.type === 'element' && child.name === 'head' ? { ...child, name: 'caption' } : child,
  ),
});
