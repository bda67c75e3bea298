/** The places of errors in a text, as offsets from and to. */

import type { XmlElement } from '../../../xml/parse.js';
import { attributePlace } from '../outline.js';

/** The end tag, where something is missing before it; the whole of an element without one. */
export function endTag(text: string, element: XmlElement): [number, number] {
  const close = text.lastIndexOf('</', element.end - 1);
  return [close < element.tagEnd ? element.start : close, element.end];
}

/** The characters of an attribute in its start tag. */
export function attributeSpan(text: string, element: XmlElement, name: string): [number, number] {
  return attributePlace(text, element, name) ?? [element.start, element.tagEnd];
}

/** The first run of characters between two tags that isn't white space. */
export function textSpan(text: string, from: number, to: number): [number, number] {
  const between = text
    .slice(from, to)
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, (skipped) => ' '.repeat(skipped.length));
  const found = /[^ \t\r\n](?:[^<]*[^ \t\r\n<])?/.exec(between);
  return found ? [from + found.index, from + found.index + found[0].length] : [from, from];
}
