/** When a document was published, as far as conventions of encoding go by it. */

import type { Source } from '../../source.js';
import type { Context } from '../../tree.js';
import type { Line } from './chunks.js';

/** Names of time spans that share conventions of encoding, by the first year that a volume covers. */
const ERAS: readonly [number, string][] = [
  [1977, '77'],
  [1969, '69'],
  [1964, '64'],
  [1961, '61'],
  [1958, '58'],
  [1955, '55'],
  [1952, '52'],
  [0, '40'],
];

/** The era of the annual volumes, before 1952: source lines, attachments, lists inside paragraphs. */
export const ANNUAL = '40';

const eraOfYear = (year: number): string => ERAS.find(([from]) => year >= from)![1];

/** The era by the volume's id, else by the first year in the opening lines; `?` where neither tells. */
export function eraOf(volume: string | undefined, opening: string): string {
  const named = /^frus(1[89]\d\d)/.exec(volume ?? '');
  if (named) return eraOfYear(Number(named[1]));
  const year = /\b(1[89]\d\d)\b/.exec(opening);
  return year ? eraOfYear(Number(year[1])) : '?';
}

/** So many lines may stand down to a dateline: source, heading, bracketed words, number, the post's own line. */
const OPENING = 6;

/** The text of the first lines, by which a document without a volume is dated. */
export const openingText = (text: string, lines: readonly { readonly end: number }[]): string =>
  text.slice(0, lines[Math.min(OPENING, lines.length) - 1]?.end ?? 0).slice(0, 800);

/** Whether the conventions of the annual volumes hold for a document. */
export const isAnnual = (source: Source, lines: readonly Line[], { volume }: Partial<Context>): boolean =>
  eraOf(volume, openingText(source.text, lines)) === ANNUAL;
