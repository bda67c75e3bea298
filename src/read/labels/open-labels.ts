/** Which labels a line can have at all: by its shape and place, and by what editions of its time ever give. */

import { type Source, textOf } from '../../source.js';
import type { Context } from '../../tree.js';
import { isTreatyProse, treatyLines } from '../annual/articles.js';
import { annualLabels } from '../annual/index.js';
import { headsList } from '../annual/lead-ins.js';
import { isTitleOfNames } from '../constructs/heading.js';
import { isReference, namesFile } from '../constructs/source-line.js';
import type { Line } from '../lines/chunks.js';
import { isAnnual } from '../lines/era.js';
import { numberedLines, numberLine } from '../lines/numbered.js';
import { openingLabels } from '../lines/opening.js';
import { isBracketedNote } from '../notes/bracketed.js';
import { labelBelowItem } from './below-item.js';
import { undatable } from './datable.js';
import { LONG_LINE } from './facts.js';
import { INDEX, only, openIn } from './label-sets.js';
import { LABELS, type Label } from './labels.js';
import { RULED_OUT } from './ruled-out.js';

const BULLETED = only('item', 'nestHead');
const PARTS = { label: only('label2'), item: only('item2') };
const LONG = only('p', 'flush', 'quote', 'pOpen', 'pTail');
const LONG_INSIDE = [...LONG, ...only('more')];
const INSIDE: readonly Label[] = ['item', 'item2', 'row', 'more'];
const PLAIN = only(
  ...LABELS.filter((l) => !INSIDE.includes(l) && !['label2', 'nestHead', 'page', 'sourceLine'].includes(l)),
);
const HEAD = only('head');
const PROSE = only('p', 'more');
const MORE = only('more');
const IN_BRACKETS = /^\[[^\]]+\]$/;
const BRACKETED = only('head', 'dateline', 'seg');
const BELOW_FOUND = { plain: HEAD, bracketed: only('head', 'seg') };
const FOUND_LINE = only('sourceLine');
/** A dateline tells when, or that nobody knows. */
const DATED = /\d|undated/i;
const SENTENCE = /[.,;:!?]["”’)\]]?$/;
/** What a text can begin with: a title; by whether it has a date, is prose, or names where it was found, also other lines. */
const OPENINGS = Array.from({ length: 8 }, (_, is) =>
  only(
    'head',
    ...(is & 1 ? ['dateline' as const] : []),
    ...(is & 2 ? ['p' as const] : []),
    ...(is & 4 ? ['sourceLine' as const] : []),
  ),
);

/** How minutes end: `The meeting adjourned at 11:15 a.m.` looks like a signature by its length only. */
const ADJOURNED =
  /^\(?(?:(?:the|this) )?(?:[\w–’-]+ ){0,2}(?:meeting|session|conference|conversation|discussion|council)? ?(?:was |then )?(?:adjourned|ended|concluded|closed|rose|broke up)\b/i;
const SAID = only('p', 'flush');
/** What heads a list right below another. */
const HEADS_LIST = { annual: only('p'), later: only('listHead') };

const INNER = [...PLAIN, ...only(...INSIDE)];
/** Rows of tables have bars, or stand among rows that have. */
const NO_ROW = INNER.filter((label) => label !== INDEX.get('row'));

/** Longer lines are not the last words of minutes. */
const SHORT = 80;

/** What heads a part of a text: neither a place nor a date. */
const PART =
  /^[[(]?(?:Sub-?)?(?:Annex|Appendix|Enclosure|Inclosure|Attachment|Tab|Schedule|Article|Part|Section|Chapter)\b(?! of)[^,]{0,30}$/i;
const NO_DATELINE = PLAIN.filter((label) => label !== INDEX.get('dateline'));

/** What a line says that names where a document was found: a file number, a collection. */
const FOUND = /\d|\bFiles?\b|Papers|Lot\b|Collection|Librar|Records?\b|Archives|Series/i;

/** The number of the edition, which tells nothing of where the document was found. */
const NUMBERED = /^\d{1,4}[A-Za-z]?\.\s+/;

/** The labels that a line can have by its shape and place alone; `first` for the first line of all, `barred` where its block has cells. */
export function openLabels(
  source: Source,
  line: Line,
  startsChunk: boolean,
  first: boolean,
  barred = false,
): readonly number[] {
  if (line.part) return PARTS[line.part];
  if (line.bullet) return BULLETED;
  // A look-up to the text's end for each line would make long texts slow.
  if (source.text.slice(line.start, line.end).includes('|')) return INNER;
  if (line.end - line.start >= LONG_LINE) return startsChunk ? LONG : LONG_INSIDE;
  if (first) {
    const text = source.text.slice(line.start, line.end);
    if (namesFile(text)) return FOUND_LINE;
    if (IN_BRACKETS.test(text)) return BRACKETED;
    const prose = SENTENCE.test(text) && !isTitleOfNames(text);
    return OPENINGS[(DATED.test(text) ? 1 : 0) + (prose ? 2 : 0) + (FOUND.test(text.replace(NUMBERED, '')) ? 4 : 0)]!;
  }
  if (!startsChunk) return barred ? INNER : NO_ROW;
  if (line.end - line.start > SHORT) return PLAIN;
  const words = source.text.slice(line.start, line.end);
  return ADJOURNED.test(words) ? SAID : PART.test(words) ? NO_DATELINE : PLAIN;
}

/**
 * Labels that editions never give: before 1952 lists have no heads and sections no titles; later paragraphs hold no lists, quotations
 * are paragraphs, and so are attachments and the opener's words.
 */
const CLOSED = {
  annual: only('salute', 'section', 'right', 'listHead', 'nestHead', 'tableHead'),
  later: only('seg', 'quote', 'pOpen', 'pTail', 'label', 'label2', 'attSeg', 'attHead'),
};

const OPEN_IN_ANNUAL = openIn(CLOSED.annual);
const OPEN_LATER = openIn(CLOSED.later);
const withoutDateline = openIn(only('dateline'));
/** No quotation runs over a treaty's articles, and its preamble is no opener; what ends as sentences do is a paragraph there. */
const inTreaty = openIn(only('quote', 'seg'));
const treatyProse = openIn(only('quote', 'seg', 'center', 'flush'));
const FORMS = RULED_OUT.map(({ form, labels }) => ({ form, without: openIn(only(...labels)) }));
/** Longer lines have no such form. */
const FORMED = 160;

/** The labels that a line's words leave it. */
function byWords({ text }: Source, { start, end }: Line, open: readonly number[]): readonly number[] {
  if (end - start > FORMED) return open;
  const words = text.slice(start, end);
  return FORMS.reduce((left, { form, without }) => {
    const less = without(left);
    return less !== left && form.test(words) ? less : left;
  }, open);
}

const ALONE = LABELS.map((label) => only(label));

/** Below a line that tells where a document was found stands its heading, or a word in brackets. */
const belowFound = (source: Source, { start, end }: Line): readonly number[] =>
  IN_BRACKETS.test(source.text.slice(start, end)) ? BELOW_FOUND.bracketed : BELOW_FOUND.plain;

/** Blocks of lines that have cells. */
function withCells({ text }: Source, lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  if (text.includes('|'))
    for (const { start, end, chunk } of lines) if (text.slice(start, end).includes('|')) found.add(chunk);
  return found;
}

/** The labels that each line can have, also where a model learns; pages' lines are left out. In annual volumes some have no choice. */
export function openTo(source: Source, lines: readonly Line[], context: Partial<Context>): (readonly number[])[] {
  if (isBracketedNote(source, lines)) return lines.map(({ bullet }) => (bullet ? BULLETED : PROSE));
  const annual = isAnnual(source, lines, context);
  const treaties = annual ? treatyLines(source, lines) : [];
  const settled = annual ? annualLabels(source, lines, treaties) : openingLabels(source, lines);
  const left = annual ? OPEN_IN_ANNUAL : OPEN_LATER;
  const [top] = lines;
  const barred = withCells(source, lines);
  const dateless = undatable(source, lines, annual);
  const found = top && openLabels(source, top, true, true) === FOUND_LINE;
  const below = found ? lines.findIndex(({ chunk }) => chunk !== top.chunk) : -1;
  const number = numberLine(source, lines);
  const headed = numberedLines(source, lines, number);
  const last = lines.length - 1;
  return lines.map((line, i) => {
    if (i >= number && i < number + headed && line.chunk === lines[number]!.chunk) return i === number ? HEAD : MORE;
    if (i === last && i > 0 && isReference(textOf(source, line))) return FOUND_LINE;
    const label = settled[i] ?? (annual ? undefined : labelBelowItem(source, lines, i));
    if (label) return ALONE[INDEX.get(label)!]!;
    if (i === below) return left(belowFound(source, line));
    if (headsList(source, lines, i)) return annual ? HEADS_LIST.annual : HEADS_LIST.later;
    const startsChunk = i === 0 || lines[i - 1]!.chunk !== line.chunk;
    const open = left(openLabels(source, line, startsChunk, i === 0, barred.has(line.chunk)));
    const fit = !treaties[i] ? open : isTreatyProse(source, line) ? treatyProse(open) : inTreaty(open);
    return byWords(source, line, dateless[i] ? withoutDateline(fit) : fit);
  });
}
