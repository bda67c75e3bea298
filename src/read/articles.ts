/** Articles of treaties in annual volumes: their titles are centered, and no quotation runs over them. */

import type { Source } from '../source.js';
import { isAlone } from './annual-line.js';
import { startsAttachment } from './attached.js';
import type { Line } from './chunks.js';
import { namedGenreOf, openingLines } from './genres/index.js';
import { quotations } from './quotation.js';

/** `Article I`, `ARTICLE 2.`, `Article XVIII.1` */
const ARTICLE = /^(?:article|art\.) (?:[ivxlc]{1,7}|\d{1,3})\.?\d{0,2}$/i;
/** Longer lines are no such title; its first characters. */
const LONG = 20;
const FIRST = 'Aa';

/** What a line is of a treaty: the title of an article, or any other line of a text that has articles. */
export type TreatyLine = 'title' | 'text' | undefined;

/** For each line what it is of a treaty. A document is one by its heading, an attachment by the articles that it has. */
export function treatyLines(source: Source, lines: readonly Line[]): TreatyLine[] {
  const { text } = source;
  const isTitle = lines.map(
    ({ start, end }, i) =>
      end - start <= LONG && FIRST.includes(text[start]!) && ARTICLE.test(text.slice(start, end)) && isAlone(lines, i),
  );
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
    const isTreaty = attached || namedGenreOf(openingLines(source, lines)).name === 'treaty';
    if (articles && isTreaty)
      for (let k = i; k < end; k++) if (!quoted[k]!.before && !quoted[k]!.opens) out[k] ??= 'text';
    end = i;
    articles = false;
  }
  return out;
}
