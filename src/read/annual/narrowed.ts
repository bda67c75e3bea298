/**
 * What quotations, lists and words leave of the labels that lines of annual volumes can have, where documents are read. Models learn
 * without these rules: one that learned with them knew less of the lines that the rules leave open.
 */

import type { Source } from '../../source.js';
import { MARKED } from '../../text/marking.js';
import { AUXILIARIES } from '../../text/verbs.js';
import { only, openIn } from '../labels/label-sets.js';
import type { Line } from '../lines/chunks.js';
import { blockQuotes, type Standing } from './block-quotes.js';
import { isDate, isDatedTitle, KIND, SIGNED_AT } from './dated.js';
import { isSourced } from './found.js';
import { beginsList, endsWithColon, leadIn } from './lead-ins.js';
import { isAlone, wordsOf } from './line.js';
import { headsByItself } from './rules.js';
import { tableLines } from './table-rows.js';

const QUOTE = only('quote');
const ROW = only('row');
const withoutQuote = openIn(QUOTE);
const withoutHolder = openIn(only('pOpen'));
const withoutHead = openIn(only('attHead'));
/** What leads up to a list: the paragraph that holds it, or a title above it. */
const LEADS = {
  // None of the 245 lists below a colon has it for its head.
  holder: openIn(only('p', 'flush', 'center', 'right', 'seg', 'attHead', 'closer', 'signed', 'signed2', 'label')),
  title: withoutHolder,
};

/** Longer lines are sentences. */
const LONG = 160;
const withoutShort = openIn(only('center', 'right', 'dateline', 'signed', 'signed2'));
/** `[Here follows the text of the note …]`: a sentence of the editors. */
const withoutHeads = openIn(only('head', 'attHead', 'seg', 'attSeg'));
const notApart = openIn(only('center', 'right', 'dateline'));
const unsigned = openIn(only('signed', 'signed2'));
const FORMS = [
  // `The Minister called today.`: a sentence, as its last word tells.
  { form: /^\p{Lu}.* \p{Ll}{2,}[.?!]\d{0,2}$/u, without: notApart },
  { form: new RegExp(`\\b(?:${AUXILIARIES})\\b`), without: notApart },
  { form: /^\p{Lu}(?:\S* ){4,}\p{Ll}{2,}[.?!]\d{0,2}$/u, without: unsigned },
  // `The President of the United States of America:`, `The National Assembly decrees:`, and what a comma ends.
  { form: /[:;]\d{0,2}$/, without: openIn(only('head', 'attHead', 'seg', 'dateline')) },
  { form: /,\d{0,2}$/, without: withoutHead },
  // `Decree No. 301.`
  { form: new RegExp(`^${KIND} No\\. ?\\d`), without: notApart },
  // `Subject: Harvest (Strelsau, May 5, 1949)`, but `Part II: Harvest`
  {
    form: /^(?!(?:Part|Article|Section|Chapter|Annex|Appendix|Schedule|Tab|[IVX]+)\b)[^:]{1,30}:(?:\s|$)/,
    without: notApart,
  },
  { form: SIGNED_AT, without: notApart },
  // `(a) a technical board;`
  { form: /^\(?(?:\p{Ll}{1,4}|\d{1,2})\) /u, without: notApart },
  // `William H. Winslow, Esq., &c., &c.`: whom a letter is addressed to.
  { form: /(?:, Esq\.?|&c\.)[,.]?\d{0,2}$/, without: unsigned },
];

/** Words of a title, a note's mark at their end or none. */
const TITLE =
  '\\p{Lu}[\\p{L}\\d’“”.–-]*(?:,? (?:[“(]?\\p{Lu}[\\p{L}\\d’”.–)-]*|\\d+(?:st|n?d|r?d|th)?|o[fnr]|the|in|at|to|and|by|for|with|from|as|an?|between|upon))*(?<!\\.\\d{0,2})$';
/** `3. Supplies for Zenda`: all 27 in editions are flush left. `V. Sapt` and `I. K. Sapt` may sign. */
const NUMBERED = new RegExp(
  `^(?=.{1,100}$)(?:\\d{1,2}\\.|[IVXL]{2,6}\\.|[IVXL]\\.(?= \\S+ \\S)(?!.* \\p{Lu}\\. )) ${TITLE}`,
  'u',
);
const FLUSH = only('flush');
/** `Zones of Occupation` between sentences: none is set as they are. `List A` may head an attachment. */
const UNNUMBERED = new RegExp(`^(?=\\S+ \\S.{0,100}$)(?!\\p{Lu}\\. )(?!.* [A-Z\\d]{1,4}$)${TITLE}`, 'u');
/** The parties with which a treaty's preamble begins. */
const PARTIES = /^(?:The|His|Her) .* and (?:the|His|Her) /;
const apart = openIn(only('p', 'pOpen', 'pTail'));
/** Below the dateline they are no matter of the opener: all 617 lines of that there are markings. */
const unopened = openIn(only('p', 'pOpen', 'pTail', 'seg', 'dateline'));
const SENTENCE = /[.?!:)\]”’]\d{0,2}$/;

/** Lines below the first among which a place and a date are the dateline: all 633 in editions are. */
const OPENING = 4;
const DATELINE = only('dateline');

const unsourced = openIn(only('sourceLine'));
const titled = openIn(only('sourceLine', 'p', 'dateline'));

/** What the first line can be by its words: what names a kind of document doesn't say where it was found. */
function first(words: string, labels: readonly number[]): readonly number[] {
  if (isDatedTitle(words)) return titled(labels);
  return headsByItself(words) && !isSourced(words) ? unsourced(labels) : labels;
}

/** Whether line `i` can be a paragraph that holds what stands below it: a list, a table or a quotation. */
const canHold = (source: Source, lines: readonly Line[], standing: readonly Standing[], i: number): boolean =>
  i + 1 < lines.length && (beginsList(source, lines, i + 1) || standing[i + 1] !== 'outside');

const endsSentence = (text: string, line: Line | undefined): boolean =>
  line !== undefined && SENTENCE.test(text.slice(Math.max(line.start, line.end - 4), line.end));

/** What a title within the text can be: with its number, or between sentences; another title may stand above. */
function asTitle({ text }: Source, lines: readonly Line[], i: number, labels: readonly number[]): readonly number[] {
  const words = text.slice(lines[i]!.start, lines[i]!.end);
  if (NUMBERED.test(words)) return FLUSH;
  if (UNNUMBERED.test(words) && isDate(wordsOf(text, lines[i - 1]!)) && !MARKED.test(words)) return unopened(labels);
  const above = lines[i - 1]!;
  const between =
    (endsSentence(text, above) || UNNUMBERED.test(wordsOf(text, above))) && endsSentence(text, lines[i + 1]);
  return between && UNNUMBERED.test(words) && !PARTIES.test(words) ? apart(labels) : labels;
}

/** The labels that are left of those that each line can have. */
export function narrowed(
  source: Source,
  lines: readonly Line[],
  open: readonly (readonly number[])[],
): (readonly number[])[] {
  const standing = blockQuotes(source, lines);
  const tables = tableLines(source, lines);
  return open.map((labels, i) => {
    if (labels.length === 1) return labels;
    if (standing[i] === 'quotation') return QUOTE;
    const { start, end, chunk } = lines[i]!;
    if (tables.has(lines[i]!)) return ROW;
    let left = standing[i] === 'outside' ? withoutQuote(labels) : labels;
    const leads = leadIn(source, lines, i);
    if (leads) left = LEADS[leads](left);
    if (!canHold(source, lines, standing, i)) left = withoutHolder(left);
    // What a sentence leads up to is quoted, not attached.
    if (i === lines.length - 1 || (i > 0 && endsWithColon(source.text, lines[i - 1]!))) left = withoutHead(left);
    if (i === 0) left = first(wordsOf(source.text, lines[0]!), left);
    if (end - start > LONG) return source.text[start] === '[' ? withoutHeads(withoutShort(left)) : withoutShort(left);
    const words = source.text.slice(start, end);
    if (i > 0 && i <= OPENING && lines[i - 1]!.chunk !== chunk && isDate(words)) return DATELINE;
    for (const { form, without } of FORMS) if (form.test(words)) left = without(left);
    return i > 0 && isAlone(lines, i) ? asTitle(source, lines, i, left) : left;
  });
}
