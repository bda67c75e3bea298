/** How words are set, as the readers of other formats find it: an element around the words themselves, whatever holds them. */

import { RENDITIONS, type Rendition } from '../markup.js';
import { type Child, element, text } from './tree.js';

/** What is set so, and what is not although what stands around it is. */
export type Setting = Readonly<Partial<Record<Rendition, boolean>>>;

/** As the text around. */
export const UNSET: Setting = {};

/** Characters set so; white space alone never is. */
export function set(value: string, setting: Setting): Child {
  if (value.trim() === '') return text(value);
  return RENDITIONS.reduce<Child>(
    (content, rend) => (setting[rend] ? element('hi', [content], { rend }) : content),
    text(value),
  );
}

/** A property and what its values mean; names that end alike are others' (`mso-bidi-font-style`). */
const property = (name: string, values: string): RegExp =>
  new RegExp(`(?:^|;)\\s*${name}\\s*:[^;]*?\\b(?:${values})\\b`, 'i');

/** `font: italic bold 12px/1.2 Georgia`: before the size; after it the typeface is named. */
const font = (values: string): RegExp =>
  new RegExp(`(?:^|;)\\s*font\\s*:\\s*(?:(?:[a-z-]+|[1-9]00)\\s+)*?(?:${values})\\s`, 'i');

const STYLES: readonly (readonly [property: RegExp, setting: Setting])[] = [
  // What it doesn't name is as usual.
  [property('font', '\\d[\\w.]*'), { italic: false, strong: false, smallcaps: false }],
  [font('italic|oblique'), { italic: true }],
  [font('bold|bolder|[6-9]00'), { strong: true }],
  [font('small-caps'), { smallcaps: true }],
  [property('font-style', 'italic|oblique'), { italic: true }],
  [property('font-style', 'normal'), { italic: false }],
  [property('font-weight', 'bold|bolder|[6-9]00'), { strong: true }],
  [property('font-weight', 'normal|lighter|[1-5]00'), { strong: false }],
  [property('font-variant(?:-caps)?', 'small-caps'), { smallcaps: true }],
  [property('font-variant(?:-caps)?', 'normal'), { smallcaps: false }],
  [property('text-decoration(?:-line)?', 'none'), { underline: false, strikethrough: false }],
  [property('text-decoration(?:-line)?', 'underline'), { underline: true }],
  [property('text-decoration(?:-line)?', 'line-through'), { strikethrough: true }],
  [property('vertical-align', 'super'), { superscript: true }],
  [property('vertical-align', 'sub'), { sub: true }],
];

/** What declarations of CSS say. */
export const cssSetting = (declarations: string): Setting =>
  Object.assign({}, ...STYLES.flatMap(([pattern, setting]) => (pattern.test(declarations) ? [setting] : [])));
