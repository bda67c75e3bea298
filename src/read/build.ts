/** Labelled lines → blocks: flows first, then the groups that hold them, then what stands between. */

import { type Source, within } from '../source.js';
import type { Block, Flow, FlowType, Group, GroupType, Leaf, ListType, PageBreak, Rend, Text } from '../tree.js';
import type { Line } from './chunks.js';
import type { Choice, Label } from './labels.js';
import { between, gap, inline, pageAt } from './leaves.js';

/** A block with the label that it came from; `start…end` are its offsets. */
export interface Piece {
  readonly label: Label;
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly chunk: number;
}

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
  item: 'item',
  item2: 'item',
  label2: 'label',
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

const spanOf = (leaf: { readonly span: { readonly start: number; readonly end: number } }) => leaf.span;

const startOf = (block: Block): number => {
  if (block.type === 'skip' || block.type === 'pb') return block.span.start;
  if (block.type === 'note') return block.label.span.start;
  if ('content' in block) return spanOf(block.content[0]!).start;
  return startOf(block.children[0]!);
};

const endOf = (block: Block): number => {
  if (block.type === 'skip' || block.type === 'pb') return block.span.end;
  if (block.type === 'note') return block.body.length > 0 ? endOf(block.body.at(-1)!) : block.label.span.end;
  if ('content' in block) return spanOf(block.content.at(-1)!).end;
  return endOf(block.children.at(-1)!);
};

/** Put the skips for what stands between blocks where they stand, inside groups too. */
export function fill(source: Source, blocks: readonly Block[], from: number, to: number): Block[] {
  const out: Block[] = [];
  let at = from;
  for (const block of blocks) {
    const start = startOf(block);
    const end = endOf(block);
    out.push(...gap(source, at, start));
    if ('children' in block) out.push({ ...block, children: fill(source, block.children, start, end) });
    else out.push(block);
    at = end;
  }
  out.push(...gap(source, at, to));
  return out;
}

function flow(type: FlowType, content: readonly Leaf[], rend: Rend | undefined, choice: Choice | undefined): Flow {
  return {
    type,
    content,
    ...(rend ? { rend } : {}),
    ...(choice && choice.p < 1 ? { p: choice.p } : {}),
    ...(choice && choice.alternatives.length > 0 ? { alternatives: choice.alternatives } : {}),
  };
}

/** A page break never stands first or last in a block: it goes beside it. */
function hoisted(content: readonly Leaf[]): { before: PageBreak[]; content: readonly Leaf[]; after: PageBreak[] } {
  const before: PageBreak[] = [];
  const after: PageBreak[] = [];
  let first = 0;
  let last = content.length;
  const blankText = (leaf: Leaf | undefined): boolean => leaf?.type === 'skip';
  while (first < last && (content[first]!.type === 'pb' || (blankText(content[first]) && before.length > 0))) {
    if (content[first]!.type === 'pb') before.push(content[first] as PageBreak);
    first++;
  }
  while (last > first && (content[last - 1]!.type === 'pb' || (blankText(content[last - 1]) && after.length > 0))) {
    if (content[last - 1]!.type === 'pb') after.unshift(content[last - 1] as PageBreak);
    last--;
  }
  return { before, content: content.slice(first, last), after };
}

/** The inside of a block of one or more lines, `[Page N]` at its edges with the white space after it left to the gaps. */
function contentOf(source: Source, lines: readonly Line[], kept: boolean): Leaf[] {
  const content: Leaf[] = [];
  lines.forEach((line, i) => {
    if (i > 0) content.push(...between(source, lines[i - 1]!.end, line.start, kept));
    content.push(...inline(source, line.start, line.end));
  });
  return trimmed(source, content);
}

/** Where a page break begins or ends the content, the white space beside it becomes its own leaf. */
function trimmed(source: Source, content: Leaf[]): Leaf[] {
  const out = [...content];
  const first = out.findIndex((leaf) => leaf.type === 'text');
  if (first > 0 && out[first - 1]!.type === 'pb') {
    const { start, end } = spanOf(out[first]!);
    let at = start;
    while (at < end && /\s/.test(source.text[at]!)) at++;
    if (at > start && out.slice(0, first).every((l) => l.type === 'pb' || l.type === 'skip')) {
      const rest: Text[] = at < end ? [{ type: 'text', span: within(source.span, at, end) }] : [];
      out.splice(first, 1, ...gap(source, start, at), ...rest);
    }
  }
  const last = out.findLastIndex((leaf) => leaf.type === 'text');
  if (last >= 0 && last < out.length - 1 && out[last + 1]!.type === 'pb') {
    const { start, end } = spanOf(out[last]!);
    let at = end;
    while (at > start && /\s/.test(source.text[at - 1]!)) at--;
    if (at < end) {
      const rest: Text[] = at > start ? [{ type: 'text', span: within(source.span, start, at) }] : [];
      out.splice(last, 1, ...rest, ...gap(source, at, end));
    }
  }
  return out;
}

/** The cells of a table's row: what ` | ` parts. An empty cell holds an empty text. */
function row(source: Source, line: Line): Group {
  const { text, span } = source;
  const cells: Block[] = [];
  const blank = (at: number): boolean => at < line.start || at >= line.end || /\s/.test(text[at]!);
  let from = line.start;
  for (let at = line.start; at <= line.end; at++) {
    if (at < line.end && !(text[at] === '|' && blank(at - 1) && blank(at + 1))) continue;
    let start = from;
    let end = at;
    while (start < end && blank(start)) start++;
    while (end > start && blank(end - 1)) end--;
    const content: Leaf[] =
      start < end ? inline(source, start, end) : [{ type: 'text', span: within(span, start, start) }];
    cells.push(flow('cell', content, undefined, undefined));
    from = at + 1;
  }
  return { type: 'row', children: cells };
}

/** Lines → pieces: one block each, page breaks apart. */
export function pieces(source: Source, lines: readonly Line[], choices: readonly Choice[], kept: boolean): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    const choice = choices[i]!;
    const { label } = choice;
    const { chunk } = line;
    const put = (of: Label, block: Block): void => {
      out.push({ label: of, block, start: startOf(block), end: endOf(block), chunk });
    };
    let next = i + 1;
    const page = pageAt(source, line.start, line.end);
    if (page) put('page', page);
    else if (label === 'row') put('row', row(source, line));
    else {
      while (next < lines.length && choices[next]!.label === 'more') next++;
      const { before, content, after } = hoisted(contentOf(source, lines.slice(i, next), kept));
      for (const pb of before) put('page', pb);
      if (content.length > 0) put(label, flow(FLOW[label] ?? 'p', content, REND[label], choice));
      for (const pb of after) put('page', pb);
    }
    i = next;
  }
  return out;
}

const LIST_TYPES: readonly [RegExp, ListType][] = [
  [/^\W*subj/i, 'subject'],
  [/^\W*(?:info|action)?\s*to\b|^\W*(?:memorandum )?for\b|^\W*info\b|^\W*action\b/i, 'to'],
  [/^\W*(?:from|fm)\b/i, 'from'],
  [/^\W*ref/i, 'references'],
  [/particip|present|attend|^\W*(?:members|staff|guests)/i, 'participants'],
];

function listType(source: Source, head: Block | undefined): ListType {
  if (!head) return 'simple';
  const text = source.text.slice(startOf(head), endOf(head));
  return LIST_TYPES.find(([pattern]) => pattern.test(text))?.[1] ?? 'simple';
}

/** What each kind of group is made of. A page break between two members stays inside. */
const IN_OPENER = new Set<Label>(['dateline', 'seg', 'salute']);
const IN_LIST = new Set<Label>(['listHead', 'label', 'item', 'item2', 'label2']);
const IN_CLOSER = new Set<Label>(['signed', 'signed2', 'closer']);

/** The end of a run of pieces that belong together, page breaks between them counted in. */
function runEnd(all: readonly Piece[], from: number, belongs: (piece: Piece, at: number) => boolean): number {
  let end = from;
  for (let i = from; i < all.length; i++) {
    if (belongs(all[i]!, i)) end = i + 1;
    else if (all[i]!.label !== 'page') break;
  }
  return end;
}

const group = (type: GroupType, children: readonly Block[], more: Partial<Group> = {}): Group => ({
  type,
  children,
  ...more,
});

/** Items with the lists nested in them: `item2`s belong to the item before them. */
function nest(source: Source, members: readonly Piece[]): Block[] {
  const out: Block[] = [];
  for (let i = 0; i < members.length; ) {
    const piece = members[i]!;
    const end = runEnd(members, i + 1, (m) => m.label === 'item2' || m.label === 'label2');
    if (piece.label === 'item' && end > i + 1) {
      const inner = members.slice(i + 1, end).map((m) => m.block);
      const run: Flow = { ...(piece.block as Flow), type: 'run' };
      out.push(group('item', [run, group('list', inner, { listType: listType(source, undefined) })]));
      i = end;
    } else {
      out.push(piece.block);
      i++;
    }
  }
  return out;
}

function list(source: Source, members: readonly Piece[]): Group {
  const head = members[0]!.label === 'listHead' ? members[0]!.block : undefined;
  return group('list', nest(source, members), { listType: listType(source, head) });
}

function table(rows: readonly Piece[]): Group {
  const widths = rows.map(({ block }) => ('children' in block ? block.children.length : 0));
  return group(
    'table',
    rows.map((r) => r.block),
    { cols: Math.max(...widths) },
  );
}

/** One pass over pieces outside attachments: the groups that they form, in order. */
function groups(source: Source, all: readonly Piece[]): Block[] {
  const out: Block[] = [];
  for (let i = 0; i < all.length; ) {
    const piece = all[i]!;
    const { label } = piece;
    let end = i + 1;
    if (IN_OPENER.has(label)) {
      end = runEnd(all, i, (p) => IN_OPENER.has(p.label));
      out.push(
        group(
          'opener',
          all.slice(i, end).map((p) => p.block),
        ),
      );
    } else if (IN_LIST.has(label)) {
      end = runEnd(all, i, (p, at) => IN_LIST.has(p.label) && (p.label !== 'listHead' || at === i));
      out.push(list(source, all.slice(i, end)));
    } else if (label === 'row') {
      end = runEnd(all, i, (p) => p.label === 'row' && p.chunk === piece.chunk);
      out.push(table(all.slice(i, end)));
    } else if (IN_CLOSER.has(label)) {
      end = runEnd(
        all,
        i,
        (p, at) => IN_CLOSER.has(p.label) && (at === i || p.label !== 'signed' || all[at - 1]!.label === 'closer'),
      );
      out.push(
        group(
          'closer',
          all.slice(i, end).map((p) => p.block),
        ),
      );
    } else if (label === 'quote') {
      end = runEnd(all, i, (p) => p.label === 'quote');
      out.push(
        group(
          'quote',
          all.slice(i, end).map((p) => p.block),
        ),
      );
    } else if (label === 'pOpen') {
      end = runEnd(
        all,
        i,
        (p, at) => at === i || IN_LIST.has(p.label) || p.label === 'row' || p.label === 'quote' || p.label === 'pTail',
      );
      const inner = groups(source, all.slice(i + 1, end));
      out.push(group('p', [piece.block, ...inner]));
    } else out.push(piece.block);
    i = end;
  }
  return out;
}

/** The blocks of the body. An attachment begins at its bracketed title or at a second head and lasts to the next. */
export function build(source: Source, all: readonly Piece[]): Block[] {
  const starts: number[] = [];
  let headed = true;
  all.forEach((piece, i) => {
    if (piece.label === 'attSeg' || (piece.label === 'attHead' && headed)) {
      starts.push(i);
      headed = piece.label === 'attHead';
    } else if (piece.label === 'attHead') headed = true;
  });
  const out = groups(source, all.slice(0, starts[0] ?? all.length));
  starts.forEach((start, k) => {
    const members = all.slice(start, starts[k + 1] ?? all.length);
    const asSeg = members.map((m) => (m.label === 'attSeg' ? { ...m, label: 'seg' as const } : m));
    out.push(group('attachment', groups(source, asSeg)));
  });
  return out;
}
