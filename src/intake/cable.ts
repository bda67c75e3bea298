/**
 * Electronic cables in other formats: their lines are what their form tells by, and their blanks set columns, so that they are kept as
 * they stand.
 */

import { isCableHead } from '../text/cable-head.js';
import type { XmlElement } from '../xml/parse.js';
import { preformatted } from './preformatted.js';
import { type Child, element, isContent, text, textIn } from './tree.js';

const isParagraph = (child: Child): child is XmlElement => child.type === 'element' && child.name === 'p';

/** So many empty paragraphs part others: what stands between them are lines. */
const PARTING = 3;

const linesIn = (paragraphs: readonly XmlElement[]): string[] =>
  paragraphs.map(({ children }) => textIn(children).trim());

/** Whether paragraphs, whatever else stands among them, are those of a cable. */
export const isCable = (children: readonly Child[]): boolean =>
  isCableHead(linesIn(children.filter(isParagraph)).filter((line) => line !== ''));

/** Paragraphs that are the lines of a cable as such, empty ones between; undefined where they are something else. */
export function cableLines(children: readonly Child[]): XmlElement | undefined {
  const paragraphs = children.filter(isContent);
  if (!paragraphs.every(isParagraph)) return undefined;
  if (!isCable(paragraphs)) return undefined;
  if (linesIn(paragraphs).filter((line) => line === '').length < PARTING) return undefined;
  return preformatted(paragraphs.flatMap((p, i) => [...(i > 0 ? [element('lb')] : []), ...p.children]));
}

/** A text whose lines are those of a cable; undefined where they aren't. */
export const cableText = (lines: readonly string[]): XmlElement | undefined =>
  isCableHead(lines.map((line) => line.trim()).filter((line) => line !== ''))
    ? preformatted([text(lines.join('\n'))])
    : undefined;
