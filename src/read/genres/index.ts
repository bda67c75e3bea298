/** Every genre, in the order in which headings are tried: the first whose title fits. */

import type { Source } from '../../source.js';
import { SET_OFF_MARKS } from '../../text/mark-styles.js';
import { isNumberAlone } from '../../text/printed-number.js';
import { TREATY_SERIES } from '../constructs/source-line.js';
import type { Line } from '../lines/chunks.js';
import { AIRGRAM } from './airgram.js';
import { CIRCULAR_TELEGRAM } from './circular-telegram.js';
import { CONVERSATION } from './conversation.js';
import { CORRESPONDENCE } from './correspondence.js';
import { DESPATCH } from './despatch.js';
import { EDITORIAL_NOTE } from './editorial-note.js';
import { ESTIMATE } from './estimate.js';
import type { Genre } from './genre.js';
import { LETTER } from './letter.js';
import { MEMORANDUM } from './memorandum.js';
import { MESSAGE } from './message.js';
import { MINUTES } from './minutes.js';
import { BETWEEN, NAMED } from './named.js';
import { NOTE } from './note.js';
import { PAPER } from './paper.js';
import { PRESS_RELEASE } from './press-release.js';
import { REPORT } from './report.js';
import { TELEGRAM } from './telegram.js';
import { TRANSCRIPT } from './transcript.js';
import { TREATY } from './treaty.js';

export const GENRES: readonly Genre[] = [
  EDITORIAL_NOTE,
  CIRCULAR_TELEGRAM,
  AIRGRAM,
  TELEGRAM,
  DESPATCH,
  TREATY,
  CORRESPONDENCE,
  CONVERSATION,
  MINUTES,
  TRANSCRIPT,
  MEMORANDUM,
  LETTER,
  MESSAGE,
  NOTE,
  ESTIMATE,
  PRESS_RELEASE,
  REPORT,
  PAPER,
];

/** Where neither heading nor shape tells: paragraphs, lists and notes all the same. */
const DOCUMENT: Genre = { name: 'document', title: /^/ };

/** Numbers before a heading, a bracketed word (`[Enclosure]`) or a file number before it. */
const NUMBER = /^(?:\[?\d{1,4}[A-Za-z]?[.\]]|No\. \d+[A-Za-z]?\.?)\s+/;
/** A note's mark after the heading: `Estimate1`. */
const MARK = /(?<=\p{L}{2}[.,:;)\]”"’?!]{0,2})\d{1,2}$/u;
const NO_TITLE =
  /^\[(?!editorial note\b)[^\]]*\]$|^[\d.]{3,}[^/]{0,40}\/|^(?:File )?No\. \S+$|\bFiles?\b.*\d|\blot (?:files? )?[\dMW]|^(?!.*\b(?:for|to|on) )[^.:]{0,60}\b(?:Files?|Papers|Collection|Records?)$|^(?:Sub-?)?(?:Enclosure|Annex|Attachment|Appendix)\b[^.]{0,20}$/i;

/** Where treaties are printed, above their headings. */
const SERIES = new RegExp(`^${TREATY_SERIES}\\b`);

/** A document's first lines, as {@link genreOf} takes them: three, cut at 200 characters. */
export function openingLines({ text }: Source, lines: readonly Line[]): string[] {
  return lines.slice(0, 3).map(({ start, end }) => text.slice(start, Math.min(end, start + 200)));
}

/** The same where signs or height set it off: `Estimate[1]`. */
const SET_OFF_MARK = new RegExp(`[ \\u00a0]?(?:${SET_OFF_MARKS})$`, 'u');

const withoutMark = (line: string): string => {
  if (/\d$/.test(line)) return line.replace(MARK, '');
  return /[\p{L}.]$/u.test(line) ? line : line.replace(SET_OFF_MARK, '');
};
const bare = (opening: readonly string[]): string[] =>
  opening.map((line) => (isNumberAlone(line) ? '' : withoutMark(line.replace(/\s+/g, ' ').replace(NUMBER, ''))));
/** The heading among bare lines: a source line may stand before it. */
const titleOf = (lines: readonly string[]): string =>
  lines.find((line) => line !== '' && !NO_TITLE.test(line)) ?? lines[0] ?? '';

/** The genre as outputs tell it, by a document's first lines. */
export const namedGenreOf = (lines: readonly string[]): Genre => {
  const opening = bare(lines.filter((line) => !SERIES.test(line)));
  const title = titleOf(opening);
  const named = NAMED.find((one) => one.title.test(title))?.genre;
  if (named) return named;
  const genre = genreOfBare(opening);
  return genre === DOCUMENT && BETWEEN.test(title) ? CORRESPONDENCE : genre;
};

/** The genre as the model of blocks knows it. A heading that names only the two ends is told by the other lines of the opening. */
export const genreOf = (opening: readonly string[]): Genre => genreOfBare(bare(opening));

function genreOfBare(lines: readonly string[]): Genre {
  const title = titleOf(lines);
  const byTitle = GENRES.find((genre) => genre.title.test(title));
  if (byTitle && byTitle !== CORRESPONDENCE) return byTitle;
  return (
    GENRES.find((genre) => genre.opening && lines.some((line) => genre.opening!.test(line))) ?? byTitle ?? DOCUMENT
  );
}

export type { Genre } from './genre.js';
