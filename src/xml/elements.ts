/** Going through a parsed tree. */

import type { XmlElement } from './parse.js';

/** The elements among an element's children, in order. */
export const childElements = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => child.type === 'element');
