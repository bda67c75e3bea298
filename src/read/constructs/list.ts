/** Lists: the head (`SUBJECT`), labels, items, and lists inside items. */

import type { Source } from '../../source.js';
import type { Block, Flow, Group, ListType } from '../../tree.js';
import { FURTHER_IN } from '../blocks/nested.js';
import { type Grouping, type Piece, runEnd } from './grouping.js';
import { type Sign, sign, startSign } from './sign.js';

export const LIST: readonly Sign[] = [
  sign('subject', /^subj(?:ect)?s?\b/i, 200),
  sign('to', /^(?:to|info|action|for|memorandum (?:for|to)|via|through|thru)\b\W*$/i, 60),
  sign('fromLine', /^(?:from|fm|by)\b\W*$/i, 60),
  sign(
    'toColon',
    /^(?:to|from|info|action|for|subject|ref|reference|date|time|place|participants|present)\b ?[:—]/i,
    200,
  ),
  sign('reference', /^ref(?:s|erences?)?\b/i, 100),
  sign('participants', /^(?:participants?|(?:others |also )?present|attend(?:ees|ance)|in attendance|members)\b/i, 80),
  sign('participantsAny', /\b(?:participants|present|participating|delegation)\b\W*$/i, 60),
  startSign('outline1', /^\d{1,2}[.)] /),
  startSign('outlineA', /^[A-Z][.)] /),
  startSign('outline_a', /^[a-z][.)] /),
  startSign('outlineI', /^[IVX]{1,5}[.)] /),
  startSign('outline_i', /^[ivx]{1,5}[.)] /),
  startSign('paren', /^[“"]?\(\w{1,4}\) ?/),
  sign('lone', /^[“"]?\(?(?:\w|\d{1,2}|[ivx]{1,5}|[IVX]{1,5})[.)]{1,2}$/, 8),
  startSign('dash', /^[—–-] ?\S/),
];

/** A label of a list, alone: `SUBJECT`, `PARTICIPANTS`, `Info:`. */
export const LIST_LABEL =
  /^(?:subjects?|subj|(?:other )?participants|(?:others |also )?present|to|from|fm|through|thru|info|action|ref|refs|references?|memorandum for|copies to|date|time|place)[.:]?\d{0,2}$/i;

/** What a list is of, by its head; the first row that fits. */
const TYPES: readonly (readonly [RegExp, ListType])[] = [
  [/^\W*subj/i, 'subject'],
  [/^\W*(?:(?:info|action)?\s*to|(?:memorandum )?for|info|action)\b/i, 'to'],
  [/^\W*(?:from|fm)\b/i, 'from'],
  [/^\W*ref/i, 'references'],
  [/particip|present|attend|^\W*(?:members|staff|guests)/i, 'participants'],
];

function typeOf(source: Source, head: Piece | undefined): ListType {
  if (head?.label !== 'listHead') return 'simple';
  const text = source.text.slice(head.start, head.end);
  return TYPES.find(([pattern]) => pattern.test(text))?.[1] ?? 'simple';
}

const NESTED = new Set(['item2', 'label2']);

/** Whether the text prints a bullet before a piece. */
const isBulleted = ({ text }: Source, { start }: Piece): boolean =>
  /(?:[*•▪]|[\n\r\f\v][ \t\u00a0]*[-–])[ \t\u00a0]*$/.test(text.slice(Math.max(0, start - 6), start));

/** A bullet that begins its line, with the blanks before it. */
const SET_IN = /[\n\r\f\v]([ \t\u00a0]*)[*•▪–-][ \t\u00a0]*$/;
/** No list is set further in. */
const MARGIN = 80;

/** How many blanks stand before the bullet of a piece; undefined where it has none. */
function indentOf({ text }: Source, { start }: Piece): number | undefined {
  return SET_IN.exec(text.slice(Math.max(0, start - MARGIN), start))?.[1]?.length;
}

const isQuote = ({ label }: Piece): boolean => label === 'quote';

/** The quotation that begins at `from`, with the pages before it, and where it ends; nothing where none does. */
function quoteAt(pieces: readonly Piece[], from: number): { blocks: Block[]; end: number } {
  const end = runEnd(pieces, from, isQuote);
  if (end === from) return { blocks: [], end };
  let first = from;
  while (!isQuote(pieces[first]!)) first++;
  const [pages, quoted] = [pieces.slice(from, first), pieces.slice(first, end)];
  const children = quoted.map(({ block }) => block);
  return { blocks: [...pages.map(({ block }) => block), { type: 'quote', children }], end };
}

const holding = (block: Block, held: readonly Block[]): Block => ({
  type: 'item',
  children: [{ ...(block as Flow), type: 'run' }, ...held],
});

/** A list of nested items. */
const listOf = (source: Source, nested: readonly Piece[]): Group => ({
  ...{ type: 'list', children: nestedItems(source, nested), listType: 'simple' },
  ...(nested.some((member) => isBulleted(source, member)) && { bulleted: true }),
});

/** The end of the run from `from` whose bullets stand further in than an indent; `from` where there is no indent, as before a page. */
const innerEnd = (source: Source, nested: readonly Piece[], from: number, indent: number | undefined): number =>
  indent === undefined ? from : runEnd(nested, from, (inner) => (indentOf(source, inner) ?? 0) >= indent + FURTHER_IN);

/** Items of a nested list, each with the quotation that stands below it, and the list whose bullets stand further in. */
function nestedItems(source: Source, nested: readonly Piece[]): Block[] {
  const out: Block[] = [];
  for (let i = 0; i < nested.length; ) {
    const piece = nested[i]!;
    const { blocks, end } = piece.label === 'item2' ? quoteAt(nested, i + 1) : { blocks: [], end: i + 1 };
    const last = innerEnd(source, nested, end, indentOf(source, piece));
    const held = last > end ? [...blocks, listOf(source, nested.slice(end, last))] : blocks;
    out.push(held.length > 0 ? holding(piece.block, held) : piece.block);
    i = last;
  }
  return out;
}

/** An item that holds a quotation or a list: its own text, or the list's head, and what is nested. */
function holder(source: Source, { label, block }: Piece, nested: readonly Piece[]): Block {
  if (label === 'nestHead') {
    const list = listOf(source, nested);
    return { type: 'item', children: [{ ...list, children: [block, ...list.children] }] };
  }
  const { blocks, end } = quoteAt(nested, 0);
  const inner = nested.slice(end);
  return holding(block, [...blocks, ...(inner.length > 0 ? [listOf(source, inner)] : [])]);
}

/** Members of a list; what is nested becomes a list, and what is quoted a quotation, inside the item before it. */
function members(source: Source, run: readonly Piece[]): Block[] {
  const out: Block[] = [];
  for (let i = 0; i < run.length; ) {
    const piece = run[i]!;
    const end = runEnd(run, i + 1, (member) => NESTED.has(member.label) || isQuote(member));
    const holds = end > i + 1 && (piece.label === 'item' || piece.label === 'nestHead');
    const alone = piece.label === 'nestHead' ? { ...(piece.block as Flow), type: 'item' as const } : piece.block;
    out.push(holds ? holder(source, piece, run.slice(i + 1, end)) : alone);
    i = holds ? end : i + 1;
  }
  return out;
}

/** Whether a quotation stands below an item, in the same block of lines. */
const isOfItem = ({ chunk }: Piece, before: Piece): boolean =>
  before.chunk === chunk && (before.label === 'item' || before.label === 'item2' || isQuote(before));

/** Whether a piece stands in another block of lines than a list whose last block holds several items: it begins a list of its own. */
function isApart(piece: Piece, run: readonly Piece[]): boolean {
  const { chunk } = run.at(-1)!;
  if (piece.chunk === chunk) return false;
  let items = 0;
  for (let i = run.length - 1; i >= 0 && run[i]!.chunk === chunk; i--) if (run[i]!.label === 'item') items++;
  return items > 1;
}

export const list: Grouping = {
  labels: ['listHead', 'label', 'item', 'item2', 'label2', 'nestHead'],
  members: ['listHead', 'label', 'item', 'item2', 'label2', 'nestHead', 'quote'],
  joins: (piece, run) =>
    isQuote(piece) ? isOfItem(piece, run.at(-1)!) : piece.label !== 'listHead' && !isApart(piece, run),
  make: (source, run) => ({
    type: 'list',
    children: members(source, run),
    listType: typeOf(source, run[0]),
    ...(!run.some((piece) => isBulleted(source, piece)) && { inline: true }),
  }),
};
