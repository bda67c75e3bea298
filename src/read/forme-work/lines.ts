/** What lines at the edges of pages look like: numbers, stamps, running heads. */

import { type Source, textOf } from '../../source.js';
import type { Line } from '../lines/chunks.js';

/** Longer lines are text. */
const LONG = 100;

/** Classification and handling, as a stamp has it: in capitals, and nothing else. */
const STAMP =
  /^[\s–—(-]*(?:(?:TOP |US )?SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|(?:LIMITED )?OFFICIAL USE(?: ONLY)?|SENSITIVE|EYES ONLY|NODIS|EXDIS|LIMDIS|NOFORN)(?:[\s/,;–—-]+(?:SECRET|SENSITIVE|XGDS(?:-\d)?|GDS|EYES ONLY|EXCLUSIVELY EYES ONLY|NODIS|EXDIS|LIMDIS|STADIS|NOFORN|CODEWORD|SECURITY INFORMATION))*[\s–—)-]*$/;

/** `- 2 -`; `Page 2`, `page 2 of 7`. */
const DASHED = /^[–—-]{1,2} ?(\d{1,4}) ?[–—-]{1,2}$/;
const CALLED = /^[Pp](?:age|AGE) (\d{1,4})(?: (?:of|OF) \d{1,4})?$/;
const FIGURES = /^(\d{1,4})$/;

/** `83   Vietnam`, `Vietnam   83`: blanks set the number apart. The running head of the edition is known by its words. */
const BEFORE_WORDS = /^(\d{1,4}) {2,}(\S.*)$/;
const AFTER_WORDS = /^(\S.*\S) {2,}(\d{1,4})$/;
const EDITION =
  /^(?:(\d{1,4})\s+)?(FOREIGN RELATIONS(?: OF THE UNITED STATES)?,? \d{4}(?:[–-]\d{2,4})?,? VOLUME [IVXL]+(?:, PART \d)?)(?:\s+(\d{1,4}))?$/i;
/** Capitals alone, which recur. */
const CAPITALS = /^[\p{Lu}\d][\p{Lu}\d ,.'’/&–-]{3,}$/u;

/** `number`: how it is set (`dashed`), its number; `stamp`; `head`: its words, perhaps a number. */
export interface Edge {
  readonly kind: 'number' | 'stamp' | 'head';
  /** Edges of pages that are the same but for their number. */
  readonly form: string;
  readonly n?: number;
  /** Nothing else looks like it. */
  readonly certain?: true;
}

export const isStamp = (words: string): boolean => words.length <= LONG && STAMP.test(words);

/** Without a look at the words: an edge is short, and begins with a figure, a dash or a capital. */
function mayBe({ text }: Source, { start, end, bullet }: Line): boolean {
  if (bullet || end - start > LONG) return false;
  const last = text.charCodeAt(end - 1);
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  const isFigure = (code: number): boolean => code >= 48 && code <= 57;
  const isCapital = (code: number): boolean => code >= 65 && code <= 90;
  // `1. ` is a label.
  if (isFigure(first)) return second !== 46;
  return (
    isFigure(last) || !/[\p{L}\p{N}]/u.test(text[start]!) || (isCapital(first) && !(second >= 97 && second <= 122))
  );
}

/** What a line would be at the edge of a page; undefined where it can only be text. */
export function edgeOf(source: Source, line: Line): Edge | undefined {
  if (!mayBe(source, line)) return undefined;
  const words = textOf(source, line);
  for (const [form, pattern] of [
    ['dashed', DASHED],
    ['called', CALLED],
    ['figures', FIGURES],
  ] as const) {
    const n = pattern.exec(words)?.[1];
    if (n) return { kind: 'number', form, n: Number(n) };
  }
  if (isStamp(words)) return { kind: 'stamp', form: words };
  const edition = EDITION.exec(words);
  if (edition) return { kind: 'head', form: edition[2]!, n: Number(edition[1] ?? edition[3] ?? 0), certain: true };
  const before = BEFORE_WORDS.exec(words);
  if (before) return { kind: 'head', form: before[2]!, n: Number(before[1]) };
  const after = AFTER_WORDS.exec(words);
  if (after) return { kind: 'head', form: after[1]!, n: Number(after[2]) };
  return CAPITALS.test(words) ? { kind: 'head', form: words } : undefined;
}
