/** The body of a document as TEI: one handler a node type, exhaustive by type, so that a new node won't compile unwritten. */

import type { Block, Document, Flow, FlowType, Group, GroupType, Leaf, Mark, Note, PageBreak } from '../../tree.js';
import type { Attributes, XmlOutput } from '../../xml/write.js';
import { noteIds, pageIds } from './identifiers.js';
import { marksWithin, sortMarks, weave } from './weave.js';

interface Writer {
  readonly document: Document;
  readonly out: XmlOutput;
  readonly marks: readonly Mark[];
  readonly noteIds: readonly string[];
  readonly pageIds: ReadonlyMap<PageBreak, string>;
}

/** Names of elements that hold running text. */
const FLOW_ELEMENTS: Readonly<Record<Exclude<FlowType, 'run'>, { name: string; attributes?: Attributes }>> = {
  sourceLine: { name: 'note', attributes: { rend: 'inline', type: 'source' } },
  head: { name: 'head' },
  dateline: { name: 'dateline', attributes: { rendition: '#right' } },
  seg: { name: 'seg', attributes: { rendition: '#left' } },
  salute: { name: 'salute' },
  p: { name: 'p' },
  listHead: { name: 'head' },
  label: { name: 'label' },
  item: { name: 'item' },
  cell: { name: 'cell' },
  signed: { name: 'signed' },
};

const GROUP_ELEMENTS: Readonly<Record<GroupType, { name: string; attributes: (group: Group) => Attributes }>> = {
  opener: { name: 'opener', attributes: () => ({}) },
  list: {
    name: 'list',
    attributes: ({ listType, inline, bulleted }) => ({
      type: listType,
      rend: inline ? 'inline' : bulleted && 'bulleted',
    }),
  },
  table: { name: 'table', attributes: tableSize },
  row: { name: 'row', attributes: (group) => ({ role: group.role }) },
  quote: { name: 'quote', attributes: () => ({ rend: 'blockquote' }) },
  closer: { name: 'closer', attributes: () => ({}) },
  postscript: { name: 'postscript', attributes: () => ({}) },
  attachment: { name: 'frus:attachment', attributes: () => ({}) },
  p: { name: 'p', attributes: () => ({}) },
  item: { name: 'item', attributes: () => ({}) },
};

function tableSize(table: Group): Attributes {
  const rows = table.children.filter((child) => child.type === 'row') as Group[];
  const width = rows.reduce(
    (most, row) => Math.max(most, row.children.filter((child) => child.type === 'cell').length),
    1,
  );
  return { rows: String(rows.length), cols: String(width) };
}

/** Write the blocks of a document, notes at their anchors. */
export function writeBody(document: Document, out: XmlOutput): void {
  const writer: Writer = {
    document,
    out,
    marks: sortMarks(document.marks),
    noteIds: noteIds(document),
    pageIds: pageIds(document),
  };
  writeBlocks(writer, document.blocks);
  for (const note of unplacedNotes(document)) {
    writeNote(writer, note, { type: 'unplaced' });
    out.line();
  }
}

function unplacedNotes(document: Document): Note[] {
  const placed = new Set(document.placements.filter((p) => p.decision.state !== 'missing').map((p) => p.note));
  return document.notes.filter((note) => !placed.has(note.index));
}

function writeBlocks(writer: Writer, blocks: readonly Block[]): void {
  for (const block of blocks) writeBlock(writer, block);
}

function writeBlock(writer: Writer, block: Block): void {
  const { out } = writer;
  switch (block.type) {
    case 'skip':
      out.skip(block.span, block.reason);
      return;
    case 'pb':
      writePageBreak(writer, block);
      out.line();
      return;
    case 'fw':
      writeLeaf(writer, block);
      out.line();
      return;
    case 'note':
      return; // written where it hangs
    default:
  }
  if ('children' in block) writeGroup(writer, block);
  else writeFlow(writer, block);
}

function writeGroup(writer: Writer, group: Group): void {
  const { name, attributes } = GROUP_ELEMENTS[group.type];
  const mixed = group.type === 'p' || group.type === 'item';
  if (mixed) writer.out.suspendLines();
  writer.out.open(name, attributes(group));
  writer.out.line();
  writeBlocks(writer, group.children);
  writer.out.close(name);
  if (mixed) writer.out.resumeLines();
  writer.out.line();
}

/** A page break at the edge of a flow goes outside: `pb` is never first or last in its parent. */
function edges(content: readonly Leaf[]): [number, number] {
  const outside = (leaf: Leaf | undefined): boolean =>
    leaf !== undefined && leaf.type !== 'text' && leaf.type !== 'anchor';
  let first = 0;
  while (outside(content[first])) first++;
  let last = content.length;
  while (last > first && outside(content[last - 1])) last--;
  return [first, last];
}

function writeFlow(writer: Writer, flow: Flow): void {
  const { out } = writer;
  if (flow.type === 'run') {
    writeInline(writer, flow.content);
    return;
  }
  const { name, attributes } = FLOW_ELEMENTS[flow.type];
  // A source line is a note itself, and notes hold no notes: those that hang on it follow it.
  const [content, following] = flow.type === 'sourceLine' ? withoutAnchors(flow.content) : [flow.content, []];
  // A row holds cells only: there a page break stays inside.
  const [first, last] = flow.type === 'cell' ? [0, content.length] : edges(content);
  for (const leaf of content.slice(0, first)) writeLeaf(writer, leaf);
  if (first < last || flow.type === 'cell') {
    out.open(name, { ...attributes, ...(flow.rend && { rend: flow.rend }), ...(flow.field && { type: flow.field }) });
    writeInline(writer, content.slice(first, last));
    out.close(name);
  }
  for (const leaf of content.slice(last)) writeLeaf(writer, leaf);
  for (const anchor of following) writeLeaf(writer, anchor);
  out.line();
}

const withoutAnchors = (content: readonly Leaf[]): [Leaf[], Leaf[]] => [
  content.filter((leaf) => leaf.type !== 'anchor'),
  content.filter((leaf) => leaf.type === 'anchor'),
];

function writeInline(writer: Writer, content: readonly Leaf[]): void {
  const start = content[0]?.span.start;
  const end = content[content.length - 1]?.span.end;
  if (start === undefined || end === undefined) return;
  const marks = marksWithin(writer.marks, start, end);
  let before: Leaf | undefined;
  weave(content, marks, {
    open: (mark) => writer.out.open(mark.type, mark.attributes),
    close: (mark) => writer.out.close(mark.type),
    leaf: (leaf) => {
      // Two notes in a row are parted by a space (some sources print their marks without one).
      if (leaf.type === 'anchor' && before?.type === 'anchor') writer.out.literal(' ', 'between two notes');
      writeLeaf(writer, leaf);
      before = leaf;
    },
  });
}

function writeLeaf(writer: Writer, leaf: Leaf): void {
  const { out } = writer;
  switch (leaf.type) {
    case 'text':
      out.text(leaf.span);
      return;
    case 'skip':
      out.skip(leaf.span, leaf.reason);
      if (leaf.reason === 'line-end') out.literal(' ', 'line end inside a block');
      return;
    case 'pb':
      writePageBreak(writer, leaf);
      return;
    case 'lb':
      out.empty('lb');
      out.attribute(leaf.span, 'lb');
      return;
    case 'fw':
      out.open('fw');
      out.text(leaf.span);
      out.close('fw');
      return;
    case 'anchor':
      out.skip(leaf.span, 'note-mark');
      writeNote(writer, writer.document.notes[leaf.note]!);
      return;
    default:
      leaf satisfies never;
  }
}

function writePageBreak(writer: Writer, leaf: PageBreak): void {
  writer.out.attribute(leaf.span, 'pb/@n');
  writer.out.empty('pb', { n: leaf.n, 'xml:id': writer.pageIds.get(leaf) });
}

function writeNote(writer: Writer, note: Note, attributes: Attributes = {}): void {
  const { out } = writer;
  const flows = note.body.filter((part) => part.type === 'p');
  out.skip(note.label.span, note.label.reason);
  out.open('note', { n: note.n, 'xml:id': writer.noteIds[note.index], type: note.kind, ...attributes });
  for (const part of note.body) {
    if (part.type === 'skip' || part.type === 'pb' || part.type === 'fw') writeLeaf(writer, part);
    else if (flows.length === 1) writeInline(writer, part.content);
    else writeNoteParagraph(writer, part);
  }
  out.close('note');
}

function writeNoteParagraph(writer: Writer, flow: Flow): void {
  writer.out.open('p');
  writeInline(writer, flow.content);
  writer.out.close('p');
}
