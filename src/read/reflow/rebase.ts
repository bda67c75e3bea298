/** A document of a text whose lines were set anew → the same of the text as it stands. */

import type { PlacedDecision } from '../../decisions/decision.js';
import type { Alternative, Diagnostic } from '../../diagnostic.js';
import { type Origin, type Source, within } from '../../source.js';
import type {
  Block,
  Decision,
  Document,
  Flow,
  Leaf,
  Mark,
  Note,
  PageBreak,
  Placement,
  Skip,
  SkipReason,
} from '../../tree.js';
import { forbidden } from '../findings.js';
import { between, gap } from '../leaves.js';
import { carrierFindings } from './carrier.js';
import { endInOriginal, startInOriginal } from './origin.js';

/** What stands between blocks is told by its characters. */
const GAPS = new Set<SkipReason>(['blank', 'bullet', 'cell-edge']);

/** Maps offsets and what holds them. */
class Rebase {
  private readonly to: Source;

  constructor(private readonly from: Source & Required<Pick<Source, 'origin'>>) {
    this.to = from.origin.source;
  }

  readonly place = <T extends { readonly start: number; readonly end: number }>(at: T): T => {
    const end = endInOriginal(this.from.origin, at.end);
    return { ...at, start: at.start === at.end ? end : startInOriginal(this.from.origin, at.start), end };
  };

  /** Leaves tile the text: each begins where the one before ends. */
  private readonly spanned = <T extends Leaf>(leaf: T): T => {
    const start = endInOriginal(this.from.origin, leaf.span.start);
    return { ...leaf, span: within(this.to.span, start, endInOriginal(this.from.origin, leaf.span.end)) };
  };

  /** Text is parted where a line ends in the original, and what stands between by what it is there. */
  readonly leaf = (leaf: Leaf): Leaf[] => {
    if (leaf.type === 'skip') return this.skips(leaf);
    const whole = this.spanned(leaf);
    const { start, end } = whole.span;
    if (whole.type === 'lb' && end > start + 1) return between(this.to, start, end, true);
    if (whole.type !== 'text') return [whole];
    const out: Leaf[] = [];
    let at = start;
    for (const { until, next, divided } of this.lineEnds(leaf.span.start, leaf.span.end)) {
      if (until > at) out.push({ type: 'text', span: within(this.to.span, at, until) });
      out.push(...(divided ? gap(this.to, until, next) : between(this.to, until, next, false)));
      at = next;
    }
    if (end > at) out.push({ type: 'text', span: within(this.to.span, at, end) });
    return out;
  };

  /** What is dropped, by what stands there in the original: of a line end the prefix of the next line is another part. */
  private readonly skips = (skip: Skip): Skip[] => {
    const whole = this.spanned(skip);
    const { start, end } = whole.span;
    if (end - start === skip.span.end - skip.span.start) return [whole];
    if (skip.reason === 'line-end') return between(this.to, start, end, false).filter((leaf) => leaf.type === 'skip');
    return GAPS.has(skip.reason) ? gap(this.to, start, end) : [whole];
  };

  /** What was set anew within `start…end`, as it stands in the original; `divided` where nothing stands for it. */
  private *lineEnds(start: number, end: number): Generator<{ until: number; next: number; divided: boolean }> {
    const { kept } = this.from.origin;
    const reached = ({ from, start, end }: Origin['kept'][number]): number => from + end - start;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reached(kept[middle]!) >= start) high = middle;
      else low = middle + 1;
    }
    for (let i = low; i + 1 < kept.length && kept[i + 1]!.from <= end; i++) {
      const divided = reached(kept[i]!) === kept[i + 1]!.from;
      // A line end that has no place of its own belongs to what follows it.
      if (divided && kept[i + 1]!.from === end) return;
      yield { until: kept[i]!.end, next: kept[i + 1]!.start, divided };
    }
  }

  readonly flow = (flow: Flow): Flow => ({ ...flow, content: flow.content.flatMap(this.leaf) });

  readonly note = (note: Note): Note => ({
    ...note,
    label: this.spanned(note.label),
    ...(note.mark && { mark: this.place(note.mark) }),
    body: note.body.flatMap((part): (Flow | Skip | PageBreak)[] =>
      part.type === 'skip' ? this.skips(part) : ['content' in part ? this.flow(part) : this.spanned(part)],
    ),
  });

  readonly blocks = (block: Block): Block[] => {
    if (block.type === 'skip') return this.skips(block);
    if (block.type === 'note') return [this.note(block)];
    if ('children' in block) return [{ ...block, children: block.children.flatMap(this.blocks) }];
    return ['content' in block ? this.flow(block) : this.spanned(block)];
  };

  private readonly alternatives = <T extends { readonly alternatives?: readonly Alternative[] }>(of: T): T => {
    if (!of.alternatives) return of;
    const placed = ({ start, end, ...rest }: Alternative): Alternative =>
      start === undefined ? rest : { ...rest, ...this.place({ start, end: end ?? start }) };
    return { ...of, alternatives: of.alternatives.map(placed) };
  };

  readonly decided = <T extends (Mark | Placement) & { readonly decision?: Decision }>(at: T): T =>
    this.place(at.decision ? { ...at, decision: this.alternatives(at.decision) } : at);

  readonly diagnostic = (at: Diagnostic): Diagnostic => this.place(this.alternatives(at));
}

/** The document in terms of the text as it was before its lines were set anew; any other as it is. */
export function rebase(document: Document): Document {
  const { source } = document;
  const { origin } = source;
  if (!origin) return document;
  const to = new Rebase({ ...source, origin });
  const { text } = origin.source;
  const blocks = document.blocks.flatMap(to.blocks);
  return rebase({
    ...document,
    source: origin.source,
    ...(document.decided && { decided: document.decided.map((one): PlacedDecision => to.place(one)) }),
    blocks,
    notes: blocks.filter((block): block is Note => block.type === 'note'),
    placements: document.placements.map(to.decided),
    marks: document.marks.map(to.decided),
    diagnostics: [
      // What is left out is looked for in the text as it stands.
      ...(origin.source.origin ? [] : [...forbidden(text), ...carrierFindings(text)]),
      ...document.diagnostics.map(to.diagnostic),
    ],
  });
}
