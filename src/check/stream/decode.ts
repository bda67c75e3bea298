/** Bytes of values and of text → the text that they stand for. Only of what the tape has found to be right. */

import { referenced } from '../../xml/references.js';
import { CDATA, REFERENCES } from './tape.js';

const resolved = (raw: string): string => raw.replace(/&([^;]+);/g, (_, name: string) => referenced(name) ?? '');

/** The value of an attribute: line ends and tabs are spaces, references resolved. */
export function attributeText(bytes: Buffer, from: number, to: number, plain: boolean): string {
  const raw = bytes.toString('utf8', from, to);
  return plain ? raw : resolved(raw.replace(/\r\n|[\t\r\n]/g, ' '));
}

/** The text of the TEXT entries `items[at…end)`. */
export function contentText(bytes: Buffer, items: Int32Array, at: number, end: number): string {
  let text = '';
  for (let i = at; i < end; i += 4) {
    const flags = items[i + 3]!;
    const raw = bytes.toString('utf8', items[i + 1], items[i + 2]).replace(/\r\n?/g, '\n');
    text += (flags & REFERENCES) !== 0 && (flags & CDATA) === 0 ? resolved(raw) : raw;
  }
  return text;
}
