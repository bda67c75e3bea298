/** What in a stretch of TEI points elsewhere. */

import { position, type Source } from '../source.js';
import { oneLine } from '../text/one-line.js';
import type { XmlElement } from '../xml/parse.js';

/** Something that points elsewhere. */
export interface Pointer {
  readonly element: 'ref' | 'persName' | 'gloss' | 'signed';
  readonly attribute: 'target' | 'corresp';
  readonly value: string;
  /** Its text, spaces settled. */
  readonly text: string;
  /** Offsets in the markup that is written: the start tag is `start…tagEnd`. */
  readonly start: number;
  readonly tagEnd: number;
  readonly end: number;
  readonly line: number;
}

const POINTING: Readonly<Record<string, Pointer['attribute']>> = {
  ref: 'target',
  gloss: 'target',
  persName: 'corresp',
  signed: 'corresp',
};

/** The text of an element without its notes. */
export const textIn = (element: XmlElement): string =>
  element.children
    .map((child) => (child.type === 'text' ? child.value : child.name === 'note' ? '' : textIn(child)))
    .join('');

/** What an element itself points to. @param shift from its offsets in the file to those in the markup that is written */
export function pointerOf(element: XmlElement, of: Source, shift: number): Pointer | undefined {
  const attribute = POINTING[element.name];
  const value = attribute && element.attributes[attribute];
  if (!attribute || value === undefined) return undefined;
  return {
    ...{ element: element.name as Pointer['element'], attribute, value },
    ...{ start: element.start + shift, tagEnd: element.tagEnd + shift, end: element.end + shift },
    text: oneLine(textIn(element)),
    line: position(of, element.start).line,
  };
}
