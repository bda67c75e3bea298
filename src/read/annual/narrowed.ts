/**
 * What quotations, lists and words leave of the labels that lines of annual volumes can have, where documents are read. Models learn
 * without these rules: one that learned with them knew less of the lines that the rules leave open.
 */

import type { Source } from '../../source.js';
import { AUXILIARIES } from '../../text/verbs.js';
import { only, openIn } from '../labels/label-sets.js';
import type { Line } from '../lines/chunks.js';
import { blockQuotes, type Standing } from './block-quotes.js';
import { isDate, isDatedTitle, KIND, SIGNED_AT } from './dated.js';
import { isSourced } from './found.js';
import { asTitle } from './inner-titles.js';
import { beginsList, endsWithColon, leadIn } from './lead-ins.js';
import { isAlone, wordsOf } from './line.js';
import { headsByItself } from './rules.js';
import { hasCells, tableLines } from './table-rows.js';

const QUOTE = only('quote');
const ROW = only('row');
const withoutQuote = openIn(QUOTE);
const withoutHolder = openIn(only('pOpen'));
const withoutTail = openIn(only('pTail'));
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

/** The labels that are left of those that each line can have. */
/** Whether a list, a table or a quotation ends above the block of line `i`, or a page begins there: what is left of a paragraph may stand below. */
function mayGoOn(source: Source, lines: readonly Line[], standing: readonly Standing[], i: number): boolean {
  const above = lines[i - 1];
  if (!above || source.text[above.start] === '[') return true;
  for (let k = i - 1; lines[k]?.chunk === above.chunk; k--) {
    if (lines[k]!.bullet || standing[k] !== 'outside' || hasCells(source, lines[k]!)) return true;
  }
  return false;
}

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
    if (leads === 'holder' && !mayGoOn(source, lines, standing, i)) left = withoutTail(left);
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
