/** Labelled lines → blocks: flows first, then the groups that hold them, then what stands between. */

import type { Source } from '../../source.js';
import { within } from '../../source.js';
import type { Block, Flow, FlowType, Leaf, PageBreak, Rend, Text } from '../../tree.js';
import { attachments } from '../constructs/attachment.js';
import { type Groups, type Piece, runEnd } from '../constructs/grouping.js';
import { GROUPINGS } from '../constructs/index.js';
import { row } from '../constructs/table.js';
import type { Choice, Label } from '../labels/labels.js';
import type { Line } from '../lines/chunks.js';
import { between, gap, inline, pageAt } from './leaves.js';
import { endOf, startOf } from './spans.js';

/** The flow that a label stands for; the others are paragraphs. */
const FLOW: Partial<Record<Label, FlowType>> = {
  sourceLine: 'sourceLine',
  head: 'head',
  attHead: 'head',
  dateline: 'dateline',
  seg: 'seg',
  attSeg: 'seg',
  salute: 'salute',
  listHead: 'listHead',
  label: 'label',
  label2: 'label',
  nestHead: 'listHead',
  tableHead: 'listHead',
  item: 'item',
  item2: 'item',
  signed: 'signed',
  signed2: 'signed',
  closer: 'run',
  pOpen: 'run',
  pTail: 'run',
};

const REND: Partial<Record<Label, Rend>> = {
  flush: 'flushleft',
  section: 'sectiontitleital',
  center: 'center',
  right: 'right',
};

function flow(content: readonly Leaf[], { label, p, alternatives }: Choice): Flow {
  const rend = REND[label];
  return {
    type: FLOW[label] ?? 'p',
    content,
    ...(rend && { rend }),
    ...(p < 1 && { p }),
    ...(alternatives.length > 0 && { alternatives }),
  };
}

/** The white space at one edge of a text leaf as leaves of its own. */
function apart(source: Source, { span }: Text): Leaf[] {
  let start = span.start;
  let end = span.end;
  while (start < end && /\s/.test(source.text[start]!)) start++;
  while (end > start && /\s/.test(source.text[end - 1]!)) end--;
  const inner: Leaf[] = start < end ? [{ type: 'text', span: within(source.span, start, end) }] : [];
  return [...gap(source, span.start, start), ...inner, ...gap(source, end, span.end)];
}

/**
 * A page break never stands first or last in a block: it goes beside it. Gives the breaks before, the content, the breaks
 * after; what is left between them is white space.
 */
function hoisted(
  source: Source,
  content: readonly Leaf[],
): { before: PageBreak[]; content: Leaf[]; after: PageBreak[] } {
  const edge = (leaf: Leaf): boolean =>
    leaf.type !== 'text' || /^\s*$/.test(source.text.slice(leaf.span.start, leaf.span.end));
  const isPage = (leaf: Leaf): leaf is PageBreak => leaf.type === 'pb';
  let first = content.findIndex((leaf) => !edge(leaf));
  let last = content.findLastIndex((leaf) => !edge(leaf));
  if (first < 0) return { before: content.filter(isPage), content: [], after: [] };
  const before = content.slice(0, first).filter(isPage);
  const after = content.slice(last + 1).filter(isPage);
  if (before.length === 0) first = 0;
  if (after.length === 0) last = content.length - 1;
  const kept = content.slice(first, last + 1).flatMap((leaf, i, { length }) => {
    const atEdge = (i === 0 && before.length > 0) || (i === length - 1 && after.length > 0);
    return atEdge && leaf.type === 'text' ? apart(source, leaf) : [leaf];
  });
  const text = (leaf: Leaf): boolean => leaf.type !== 'skip';
  const from = before.length > 0 ? kept.findIndex(text) : 0;
  const to = after.length > 0 ? kept.findLastIndex(text) + 1 : kept.length;
  return { before, content: kept.slice(from, to), after };
}

/** The inside of a block of one or more lines; `kept` says whether their ends are written as `lb`. */
export function contentOf(source: Source, lines: readonly Line[], kept: boolean): Leaf[] {
  return lines.flatMap((line, i): Leaf[] => {
    const own = inline(source, line.start, line.end);
    return i === 0 ? own : [...between(source, lines[i - 1]!.end, line.start, kept), ...own];
  });
}

/** Lines → pieces: one block each, page breaks apart. @param labelRows where rows of headings begin */
export function pieces(
  source: Source,
  lines: readonly Line[],
  choices: readonly Choice[],
  labelRows: readonly number[] = [],
): Piece[] {
  const out: Piece[] = [];
  const heads = new Set(labelRows);
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    const choice = choices[i]!;
    const put = (label: Label, block: Block): void => {
      out.push({ label, block, start: startOf(block), end: endOf(block), chunk: line.chunk });
    };
    let next = i + 1;
    const page = pageAt(source, line.start, line.end);
    if (page) put('page', page);
    else if (choice.label === 'row') put('row', row(source, line, heads.has(line.start)));
    else {
      while (next < lines.length && choices[next]!.label === 'more') next++;
      const { before, content, after } = hoisted(source, contentOf(source, lines.slice(i, next), true));
      for (const pb of before) put('page', pb);
      if (content.length > 0) put(choice.label, flow(content, choice));
      for (const pb of after) put('page', pb);
    }
    i = next;
  }
  return out;
}

const STARTS = new Map(GROUPINGS.flatMap((grouping) => grouping.labels.map((label) => [label, grouping] as const)));

/** Pieces → the groups that they form, in order. */
const groups: Groups = (source, all) => {
  const out: Block[] = [];
  for (let i = 0; i < all.length; ) {
    const grouping = STARTS.get(all[i]!.label);
    if (!grouping) {
      out.push(all[i]!.block);
      i++;
      continue;
    }
    const { labels, members = labels, joins } = grouping;
    const end = runEnd(all, i, (piece, run) => {
      return run.length === 0 || (members.includes(piece.label) && (!joins || joins(piece, run)));
    });
    out.push(grouping.make(source, all.slice(i, end), groups));
    i = end;
  }
  return out;
};

/** The blocks of the body. */
export const build: Groups = (source, all) => attachments(source, all, groups);

/** Put the skips for what stands between blocks where they stand, inside groups too. */
export function fill(source: Source, blocks: readonly Block[], from: number, to: number): Block[] {
  let at = from;
  const filled = blocks.flatMap((block): Block[] => {
    const start = startOf(block);
    const before = gap(source, at, start);
    at = endOf(block);
    return [...before, 'children' in block ? { ...block, children: fill(source, block.children, start, at) } : block];
  });
  return filled.concat(gap(source, at, to));
}
