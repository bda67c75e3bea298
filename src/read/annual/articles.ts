/** Articles of treaties in annual volumes: their titles are centered, and no quotation runs over them. */

import type { Source } from '../../source.js';
import { namedGenreOf, openingLines } from '../genres/index.js';
import type { Line } from '../lines/chunks.js';
import { quotations } from '../lines/quotation.js';
import { startsAttachment } from './attached.js';
import { isAlone } from './line.js';

/** `Article I`, `ARTICLE 2.`, `Article XVIII.1` */
const ARTICLE = /^(?:article|art\.) (?:[ivxlc]{1,7}|\d{1,3})\.?\d{0,2}$/i;
/** An article that has its number alone: `I`, `IV.` */
const NUMBER = /^([IVXL]{1,7})\.?\d{0,2}$/;
/** Longer lines are no such title; their first characters. */
const LONG = 20;
const FIRST = 'AaIVXL';

/** What a line is of a treaty: the title of an article, or any other line of a text that has articles. */
export type TreatyLine = 'title' | 'text' | undefined;

/** Longer lines are paragraphs. */
const SHORT = 80;
const PUNCTUATED = /[.,;:!?][”’)\]]?\d{0,2}$/;
/** The parties, with which a preamble begins: `The President of the United States and the King of Ruritania`. */
const PARTIES = /^(?:The|His|Her) .* and (?:the|His|Her) /i;

/** Whether a line is a paragraph of a treaty by its length, by how it ends, or as it names the parties. */
export const isTreatyProse = ({ text }: Source, { start, end }: Line): boolean =>
  end - start > SHORT ||
  PUNCTUATED.test(text.slice(Math.max(start, end - 4), end)) ||
  PARTIES.test(text.slice(start, end));

/** Which lines are titles of articles; numbers alone are where they begin with I and II, in a treaty. */
function titles(source: Source, lines: readonly Line[]): boolean[] {
  const { text } = source;
  const numbers: string[] = [];
  const out = lines.map(({ start, end }, i) => {
    if (end - start > LONG || !FIRST.includes(text[start]!) || !isAlone(lines, i)) return undefined;
    const words = text.slice(start, end);
    const [, number] = NUMBER.exec(words) ?? [];
    if (number === undefined) return ARTICLE.test(words);
    numbers.push(number);
    return 'number';
  });
  const numbered = numbers[0] === 'I' && numbers[1] === 'II' && isTreatyByName(source, lines);
  return out.map((title) => (title === 'number' ? numbered : title === true));
}

const isTreatyByName = (source: Source, lines: readonly Line[]): boolean =>
  namedGenreOf(openingLines(source, lines)).name === 'treaty';

/** For each line what it is of a treaty. A document is one by its heading, an attachment by the articles that it has. */
export function treatyLines(source: Source, lines: readonly Line[]): TreatyLine[] {
  const { text } = source;
  const isTitle = titles(source, lines);
  if (!isTitle.includes(true)) return [];
  const quoted = quotations(text, lines);
  const out: TreatyLine[] = [];
  let end = lines.length;
  let articles = false;
  for (let i = lines.length - 1; i >= 0; i--) {
    const title = isTitle[i]! && !quoted[i]!.before;
    if (title) out[i] = 'title';
    articles ||= title;
    const attached = startsAttachment(source, lines, i);
    if (!attached && i > 0) continue;
    if (articles && (attached || isTreatyByName(source, lines)))
      for (let k = i; k < end; k++) if (!quoted[k]!.before && !quoted[k]!.opens) out[k] ??= 'text';
    end = i;
    articles = false;
  }
  return out;
}
