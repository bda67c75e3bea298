/**
 * What quotations, lists and words leave of the labels that lines of annual volumes can have, where documents are read. Models learn
 * without these rules: one that learned with them knew less of the lines that the rules leave open.
 */

import type { Source } from '../source.js';
import { AUXILIARIES } from '../verbs.js';
import { blockQuotes, type Standing } from './block-quotes.js';
import type { Line } from './chunks.js';
import { only, openIn } from './label-sets.js';
import { beginsList, leadIn } from './lead-ins.js';

const QUOTE = only('quote');
const withoutQuote = openIn(QUOTE);
const withoutHolder = openIn(only('pOpen'));
const withoutHead = openIn(only('attHead'));
/** What leads up to a list: the paragraph that holds it, or a title above it. */
const LEADS = { holder: openIn(only('p', 'flush')), title: withoutHolder };

/** Longer lines are sentences. */
const LONG = 160;
const withoutShort = openIn(only('center', 'right', 'dateline', 'signed', 'signed2'));
const notApart = openIn(only('center', 'right', 'dateline'));
const unsigned = openIn(only('signed', 'signed2'));
const FORMS = [
  // `The Minister called today.`: a sentence, as its last word tells.
  { form: /^\p{Lu}.* \p{Ll}{2,}[.?!]\d{0,2}$/u, without: notApart },
  { form: new RegExp(`\\b(?:${AUXILIARIES})\\b`), without: notApart },
  { form: /^\p{Lu}(?:\S* ){4,}\p{Ll}{2,}[.?!]\d{0,2}$/u, without: unsigned },
  // `William H. Winslow, Esq., &c., &c.`: whom a letter is addressed to.
  { form: /(?:, Esq\.?|&c\.)[,.]?\d{0,2}$/, without: unsigned },
];

/** Whether line `i` can be a paragraph that holds what stands below it: a list, a table or a quotation. */
const canHold = (source: Source, lines: readonly Line[], standing: readonly Standing[], i: number): boolean =>
  i + 1 < lines.length && (beginsList(source, lines, i + 1) || standing[i + 1] !== 'outside');

export function narrowed(
  source: Source,
  lines: readonly Line[],
  open: readonly (readonly number[])[],
): (readonly number[])[] {
  const standing = blockQuotes(source, lines);
  return open.map((labels, i) => {
    if (labels.length === 1) return labels;
    if (standing[i] === 'quotation') return QUOTE;
    const { start, end } = lines[i]!;
    let left = standing[i] === 'outside' ? withoutQuote(labels) : labels;
    const leads = leadIn(source, lines, i);
    if (leads) left = LEADS[leads](left);
    if (!canHold(source, lines, standing, i)) left = withoutHolder(left);
    if (i === lines.length - 1) left = withoutHead(left);
    if (end - start > LONG) return withoutShort(left);
    const words = source.text.slice(start, end);
    for (const { form, without } of FORMS) if (form.test(words)) left = without(left);
    return left;
  });
}
