/** Text → document: the block tree in source order, its leaves tiling the text from end to end. */

import type { PlacedDecision } from '../decisions/decision.js';
import { numberInId } from '../document-id.js';
import type { Markup } from '../markup.js';
import { packed } from '../packed.js';
import { type Source, textOf, within } from '../source.js';
import { printedNumber, withoutNumberLine } from '../text/printed-number.js';
import type { Block, Context, Document, Flow, Note, PageBreak, Skip } from '../tree.js';
import { build, contentOf, fill, pieces } from './blocks/build.js';
import { gap, pageAt } from './blocks/leaves.js';
import { unfold } from './blocks/nested.js';
import { ordered } from './blocks/order.js';
import { isCable, readCable } from './cable/index.js';
import { datelineFindings } from './findings/dateline.js';
import { BLOCK_DOUBT, doubts } from './findings/doubts.js';
import { findings } from './findings/index.js';
import { namedGenreOf, openingLines } from './genres/index.js';
import { classify } from './labels/classify.js';
import { decidedLabels, outOfOrder } from './labels/decided.js';
import { type Line, linesOf } from './lines/chunks.js';
import { joined } from './lines/joined.js';
import { listed } from './lines/listed.js';
import { numbered } from './lines/numbered.js';
import { parted } from './lines/parted.js';
import { isBracketedNote } from './notes/bracketed.js';
import { findNotes, isSourceNote, type RawNote } from './notes/index.js';

/** What stands between a note's paragraphs: white space, and perhaps a link back to the note's mark. */
function betweenParagraphs(source: Source, from: number, to: number): Skip[] {
  let at = from;
  const links = [...source.text.slice(from, to).matchAll(/[↩↵⏎]\uFE0E?/gu)];
  const out = links.flatMap((match): Skip[] => {
    const start = from + match.index;
    const before = gap(source, at, start);
    at = start + match[0].length;
    return [...before, { type: 'skip', span: within(source.span, start, at), reason: 'back-link' }];
  });
  return out.concat(gap(source, at, to));
}

function note(source: Source, raw: RawNote, index: number, end: number, sourceLine: boolean): Note {
  let at = raw.labelTo;
  const paragraphs = raw.paragraphs.flatMap((paragraph): (Flow | Skip | PageBreak)[] => {
    const before = betweenParagraphs(source, at, paragraph.start);
    at = paragraph.end;
    // A page's mark alone is no paragraph.
    const page = pageAt(source, paragraph.start, paragraph.end);
    if (page) return [...before, page];
    return [...before, { type: 'p', content: contentOf(source, [paragraph], false) }];
  });
  const body = paragraphs.concat(betweenParagraphs(source, at, end));
  const openings = raw.paragraphs.map(({ start, end }) => source.text.slice(start, Math.min(end, start + 160)));
  const kind = isSourceNote(openings, index, sourceLine) ? { kind: 'source' as const } : {};
  const label: Skip = { type: 'skip', span: within(source.span, raw.labelFrom, raw.labelTo), reason: 'note-label' };
  return { type: 'note', n: raw.n, label, ...(raw.mark && { mark: raw.mark }), body, index, ...kind };
}

/**
 * Read a text. Never fails and loses nothing: what no construct claims is a paragraph.
 *
 * `context` is what is known beside the text; `n` and `id` fall back to the number printed in the heading. Blocks whose
 * reading is less probable than `doubt` are reported. What `decisions` say of blocks holds, and what `markup` says.
 */
export function read(
  source: Source,
  context: Partial<Context> = {},
  {
    doubt = BLOCK_DOUBT,
    decisions = [],
    markup,
  }: { readonly doubt?: number; readonly decisions?: readonly PlacedDecision[]; readonly markup?: Markup } = {},
): Document {
  const lines = linesOf(source);
  const document = isCable(source, lines)
    ? cable(source, lines, context)
    : ofEdition(source, lines, context, doubt, decisions, markup);
  return markup?.emphasis ? { ...document, emphasis: markup.emphasis } : document;
}

/** Number and identifier, by the number that is printed if neither is known. */
function identified({ volume, id, n }: Partial<Context>, printed?: string): Context {
  const number = n ?? printed ?? numberInId(id ?? '');
  return { volume, id: id ?? `d${number ?? '1'}`, n: number };
}

/** An electronic cable: it has a form of its own, and no notes. */
function cable(source: Source, lines: readonly Line[], context: Partial<Context>): Document {
  const { blocks, ...known } = readCable(source, lines);
  return {
    source,
    context: identified(context),
    genre: 'cable',
    blocks: fill(source, blocks, 0, source.text.length),
    notes: [],
    placements: [],
    marks: [],
    correspondence: undefined,
    date: undefined,
    ...known,
  };
}

/** A document in the plain form of an edition, or in one that is read as that. */
function ofEdition(
  source: Source,
  lines: readonly Line[],
  context: Partial<Context>,
  doubt: number,
  decisions: readonly PlacedDecision[],
  markup: Markup | undefined,
): Document {
  const { first, notes: raw } = findNotes(source, lines, markup?.notes);
  const above = parted(source, numbered(source, joined(source, lines.slice(0, first), context)));
  const body = unfold(source, listed(source, above, context));
  const decided = decidedLabels(source, body, decisions);
  const choices = classify(source, body, context, decided.labels);
  const built = build(source, pieces(source, body, choices, markup?.labelRows));
  const blocks = ordered(built);
  const bodyEnd = raw[0]?.labelFrom ?? source.text.length;
  const filled: Block[] = fill(source, blocks, 0, bodyEnd);
  const sourceLine = choices.some((c) => c.label === 'sourceLine');
  const notes = packed(raw, (r, i) => note(source, r, i, raw[i + 1]?.labelFrom ?? source.text.length, sourceLine));
  const head = blocks.find((b): b is Flow => b.type === 'head');
  const headText = head ? head.content.map((leaf) => textOf(source, leaf.span)).join('') : '';
  const printed = printedNumber(headText);
  const known = identified(context, printed);
  const opening = openingLines(source, body);
  const genre = isBracketedNote(source, body)
    ? 'editorial-note'
    : namedGenreOf(head ? [withoutNumberLine(headText.trim()), ...opening] : opening).name;
  return {
    source,
    context: known,
    genre,
    blocks: [...filled, ...notes],
    notes,
    placements: [],
    marks: [],
    correspondence: undefined,
    date: undefined,
    diagnostics: [
      ...findings(source, lines, raw, known, printed, head?.content[0]?.span),
      ...datelineFindings(source, body, choices),
      ...decided.diagnostics,
      ...outOfOrder(decided, built, blocks),
      ...doubts(source, body, choices, doubt),
    ],
  };
}
