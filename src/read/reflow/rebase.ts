/** A document of a text that was made from another → the same of the text as it stands. */

import { countWhile } from '../../count-while.js';
import type { PlacedDecision } from '../../decisions/decision.js';
import type { Alternative, Diagnostic } from '../../diagnostic.js';
import type { MarkedEmphasis } from '../../markup.js';
import { type Origin, type Source, within } from '../../source.js';
import type { TextRange } from '../../text-range.js';
import type {
  Block,
  Decision,
  Document,
  Flow,
  FormeWork,
  Leaf,
  LineBreak,
  Mark,
  Note,
  PageBreak,
  Placement,
  Skip,
  SkipReason,
  Text,
} from '../../tree.js';
import { between, characters, gap } from '../blocks/leaves.js';
import { forbidden } from '../findings/index.js';
import { endInOriginal, formeWorkWithin, startInOriginal } from './origin.js';
import { PutBack } from './put-back.js';

const keptEnd = (of: Source, from: number, to: number): Leaf[] => between(of, from, to, true);
const droppedEnd = (of: Source, from: number, to: number): Leaf[] => between(of, from, to, false);

/** A note, and what follows its last paragraph from the edge of a page on: that is no part of it. */
function withoutTail(note: Note): Block[] {
  const last = note.body.findLastIndex(({ type }) => type === 'p' || type === 'pb');
  const tail = note.body.slice(last + 1);
  return tail.some(({ type }) => type === 'fw') ? [{ ...note, body: note.body.slice(0, last + 1) }, ...tail] : [note];
}

/** What stands between blocks is told by its characters. */
const GAPS = new Set<SkipReason>(['blank', 'bullet', 'cell-edge', 'heading-mark']);

/** Maps offsets and what holds them. */
class Rebase {
  private readonly to: Source;

  constructor(private readonly from: Source & Required<Pick<Source, 'origin'>>) {
    this.to = from.origin.source;
  }

  readonly place = <T extends TextRange>(at: T): T => {
    const end = endInOriginal(this.from.origin, at.end);
    return { ...at, start: at.start === at.end ? end : startInOriginal(this.from.origin, at.start), end };
  };

  /** Leaves tile the text: each begins where the one before ends. */
  private readonly spanned = <T extends Leaf>(leaf: T): T => {
    const start = endInOriginal(this.from.origin, leaf.span.start);
    return { ...leaf, span: within(this.to.span, start, endInOriginal(this.from.origin, leaf.span.end)) };
  };

  /** What stands between two lines of the original, lines that are no part of the text apart; `ends` reads what is up to the first. */
  private across(from: number, to: number, ends: typeof keptEnd): Leaf[] {
    const out: Leaf[] = [];
    let at = from;
    for (const { start, end } of formeWorkWithin(this.from.origin, from, to)) {
      out.push(...(at === from ? ends : gap)(this.to, at, start));
      for (const leaf of characters(this.to, start, end))
        out.push(leaf.type === 'skip' ? leaf : { ...leaf, type: 'fw' });
      at = end;
    }
    return [...out, ...(at === from ? ends : gap)(this.to, at, to)];
  }

  /** What stands between blocks, and between the lines of one, by what it is in the original. */
  private apart(leaf: Skip | LineBreak): Leaf[] {
    const whole = this.spanned(leaf);
    const { start, end } = whole.span;
    if (end - start === leaf.span.end - leaf.span.start) return [whole];
    if (leaf.type === 'lb') return this.across(start, end, keptEnd);
    if (leaf.reason === 'line-end') return this.across(start, end, droppedEnd);
    return GAPS.has(leaf.reason) ? this.across(start, end, gap) : [whole];
  }

  /** Text is parted where a line ends in the original. */
  private parted(leaf: Text | FormeWork): Leaf[] {
    const whole = this.spanned(leaf);
    const { start, end } = whole.span;
    const out: Leaf[] = [];
    let at = start;
    for (const { until, next, divided } of this.lineEnds(leaf.span.start, leaf.span.end)) {
      if (until > at) out.push({ ...whole, span: within(this.to.span, at, until) });
      out.push(...this.across(until, next, divided ? gap : droppedEnd));
      at = next;
    }
    if (end > at) out.push({ ...whole, span: within(this.to.span, at, end) });
    return out;
  }

  /** Nothing stands for the line end before a page mark between the halves of a word: it is no part of the mark. */
  private marked(mark: PageBreak): Leaf[] {
    const { start, end } = this.spanned(mark).span;
    const own = startInOriginal(this.from.origin, mark.span.start);
    return [...this.across(start, own, gap), { ...mark, span: within(this.to.span, own, end) }];
  }

  /** Leaves of the same kind, and what is dropped or no part of the text. */
  readonly leaf = <T extends Leaf>(leaf: T): (T | Skip | FormeWork)[] => {
    const leaves = (): Leaf[] => {
      if (leaf.type === 'text' || leaf.type === 'fw') return this.parted(leaf);
      if (leaf.type === 'pb') return this.marked(leaf);
      return leaf.type === 'skip' || leaf.type === 'lb' ? this.apart(leaf) : [this.spanned(leaf)];
    };
    return leaves() as (T | Skip | FormeWork)[];
  };

  /** What was set anew within `start…end`, as it stands in the original; `divided` where nothing stands for it. */
  private *lineEnds(start: number, end: number): Generator<{ until: number; next: number; divided: boolean }> {
    const { kept } = this.from.origin;
    const reached = ({ from, start, end }: Origin['kept'][number]): number => from + end - start;
    for (
      let i = countWhile(kept, (one) => reached(one) < start);
      i + 1 < kept.length && kept[i + 1]!.from <= end;
      i++
    ) {
      const divided = reached(kept[i]!) === kept[i + 1]!.from;
      // A line end that has no place of its own belongs to what follows it, if anything does.
      if (divided && kept[i + 1]!.from === end && kept[i + 1]!.start < this.to.text.length) return;
      yield { until: kept[i]!.end, next: kept[i + 1]!.start, divided };
    }
  }

  readonly flow = (flow: Flow): Flow => ({ ...flow, content: flow.content.flatMap(this.leaf) });

  readonly note = (note: Note): Note => ({
    ...note,
    label: this.spanned(note.label),
    ...(note.mark && { mark: this.place(note.mark) }),
    body: note.body.flatMap((part): Note['body'] => ('content' in part ? [this.flow(part)] : this.leaf(part))),
  });

  readonly block = (block: Block): Block[] => {
    if (block.type === 'note') return this.noted(block);
    if ('children' in block) return [{ ...block, children: block.children.flatMap(this.block) }];
    return 'content' in block ? [this.flow(block)] : this.leaf(block);
  };

  /** A note; what is no part of the text above its label stands above it. */
  private noted(note: Note): Block[] {
    const { start, end } = this.spanned(note.label).span;
    const from = formeWorkWithin(this.from.origin, start, end).at(-1)?.end ?? start;
    const label = { ...note.label, span: within(this.to.span, from, end) };
    const heading = (of: Source, at: number, to: number): Leaf[] =>
      to > at ? [{ ...note.label, span: within(of.span, at, to) }] : [];
    const above = from > start ? this.across(start, from, heading) : [];
    return [...(above as Block[]), ...withoutTail({ ...this.note(note), label })];
  }
}

type Place = <T extends TextRange>(at: T) => T;

function alternativesBy<T extends { readonly alternatives?: readonly Alternative[] }>(place: Place, of: T): T {
  if (!of.alternatives) return of;
  const placed = ({ start, end, ...rest }: Alternative): Alternative =>
    start === undefined ? rest : { ...rest, ...place({ start, end: end ?? start }) };
  return { ...of, alternatives: of.alternatives.map(placed) };
}

const decidedBy = <T extends (Mark | Placement) & { readonly decision?: Decision }>(place: Place, at: T): T =>
  place(at.decision ? { ...at, decision: alternativesBy(place, at.decision) } : at);

/** The document in terms of the text as it was first, step by step. */
export function rebase(document: Document): Document {
  const { source } = document;
  const { origin } = source;
  if (!origin) return document;
  const to = origin.moved ? new PutBack(origin.kept, origin.source) : new Rebase({ ...source, origin });
  const blocks = document.blocks.flatMap(to.block);
  return rebase({
    ...document,
    source: origin.source,
    ...(document.decided && { decided: document.decided.map((one): PlacedDecision => to.place(one)) }),
    ...(document.emphasis && { emphasis: document.emphasis.map((one): MarkedEmphasis => to.place(one)) }),
    blocks,
    notes: blocks.filter((block): block is Note => block.type === 'note'),
    placements: document.placements.map((one) => decidedBy(to.place, one)),
    marks: document.marks.map((one) => decidedBy(to.place, one)),
    diagnostics: [
      // Of the text as it stands.
      ...(origin.source.origin ? [] : forbidden(origin.source.text)),
      ...origin.diagnostics,
      ...document.diagnostics.map((one): Diagnostic => to.place(alternativesBy(to.place, one))),
    ],
  });
}
