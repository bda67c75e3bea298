/** What reviewers decided about blocks, as the labels that their lines may have. */

import { type PlacedDecision, unfit, type WordsDecision } from '../../decisions/decision.js';
import type { Diagnostic } from '../../diagnostic.js';
import type { Source } from '../../source.js';
import type { Block, FlowType } from '../../tree.js';
import type { Line } from '../lines/chunks.js';
import { LABELS, type Label, NAMES } from './labels.js';
import { openLabels } from './open-labels.js';

interface DecidedLabels {
  /** By the line's index. */
  readonly labels: readonly (readonly number[] | undefined)[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was decided of the line that begins at an offset. */
  readonly byStart: ReadonlyMap<number, WordsDecision>;
}

/** Labels that the shape of a line alone gives. */
const BY_SHAPE: readonly Label[] = ['page', 'label2', 'item2', 'nestHead', 'sourceLine'];

/** The labels of a name that a line can have: wider than what the reader considers, as far as a block can be built of it. */
function labelsOf(source: Source, lines: readonly Line[], i: number, name: string): number[] {
  const line = lines[i]!;
  const starts = lines[i - 1]?.chunk !== line.chunk;
  const open = openLabels(source, line, starts, i === 0);
  const usual = open.filter((y) => NAMES[LABELS[y]!] === name);
  if (usual.length > 0 || line.bullet || line.part) return usual;
  const bar = source.text.slice(line.start, line.end).includes('|');
  return LABELS.flatMap((label, y) => {
    const possible = !BY_SHAPE.includes(label) && (label !== 'row' || bar) && (label !== 'more' || !starts);
    return possible && NAMES[label] === name ? [y] : [];
  });
}

/** Decisions about blocks hold for the line in which their words begin. */
export function decidedLabels(
  source: Source,
  lines: readonly Line[],
  decisions: readonly PlacedDecision[],
): DecidedLabels {
  const labels: (readonly number[] | undefined)[] = [];
  const diagnostics: Diagnostic[] = [];
  const byStart = new Map<number, WordsDecision>();
  for (const decision of decisions) {
    if (decision.kind !== 'block') continue;
    const { start, end, choice } = decision;
    const i = lines.findIndex((line) => line.start <= start && start < line.end);
    const some = i < 0 ? [] : labelsOf(source, lines, i, choice);
    if (some.length > 0) {
      labels[i] = some;
      byStart.set(lines[i]!.start, decision);
    } else
      diagnostics.push(
        unfit(decision, i < 0 ? 'that is no line of the body' : `no ${choice} can stand there`, start, end),
      );
  }
  return { labels, diagnostics, byStart };
}

function flowTypes(blocks: readonly Block[], types = new Map<number, FlowType>()): Map<number, FlowType> {
  for (const block of blocks) {
    if ('children' in block) flowTypes(block.children, types);
    else if ('content' in block && block.content.length > 0) types.set(block.content[0]!.span.start, block.type);
  }
  return types;
}

/** Decisions that the order of TEI's blocks left no room for: `built` are the blocks as decided, `blocks` as they stand now. */
export function outOfOrder(
  { byStart }: DecidedLabels,
  built: readonly Block[],
  blocks: readonly Block[],
): Diagnostic[] {
  if (byStart.size === 0) return [];
  const meant = flowTypes(built);
  const made = flowTypes(blocks);
  return [...byStart].flatMap(([start, decision]) => {
    const kept = meant.get(start) === made.get(start);
    return kept ? [] : [unfit(decision, `no ${decision.choice} can stand between its neighbours`, start)];
  });
}
