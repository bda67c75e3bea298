/** The label that each line of a corpus document has by its gold TEI. */

import type { Label } from '../read/labels/labels.js';
import type { Line } from '../read/lines/chunks.js';
import type { GoldDocument, GoldElement } from './gold.js';

/** Elements that lines are; names of others are let be. */
const BLOCKS = new Set(
  'p head item label cell row table list signed closer dateline seg salute opener quote attachment postscript'.split(
    ' ',
  ),
);

/** Paragraphs that are set otherwise than most. */
const BY_REND: Record<string, Label> = {
  flushleft: 'flush',
  sectiontitleital: 'section',
  center: 'center',
  right: 'right',
};

const PAGE = /^\[Page [^\]]{1,14}\]/;

/** The elements of a gold document that lines may be, by how they lie in each other. */
class Blocks {
  private readonly blocks: readonly GoldElement[];
  private readonly index: ReadonlyMap<GoldElement, number>;

  constructor(private readonly elements: readonly GoldElement[]) {
    this.index = new Map(elements.map((e, i) => [e, i]));
    this.blocks = elements.filter(
      (e) =>
        e.note === undefined &&
        e.end > e.start &&
        (BLOCKS.has(e.name) || (e.name === 'note' && e.attributes.rend === 'inline')),
    );
  }

  /** The innermost block at an offset. */
  at(offset: number): GoldElement | undefined {
    return this.blocks.findLast(({ start, end }) => start <= offset && end > offset);
  }

  parent(e: GoldElement): GoldElement | undefined {
    return e.parent < 0 ? undefined : this.elements[e.parent];
  }

  /** The elements of a name that hold an element, the nearest first. */
  around(e: GoldElement, name: string): GoldElement[] {
    const found: GoldElement[] = [];
    for (let up = this.parent(e); up; up = this.parent(up)) if (up.name === name) found.push(up);
    return found;
  }

  inside(e: GoldElement): GoldElement[] {
    const own = this.index.get(e);
    return this.blocks.filter(({ parent }) => parent === own);
  }

  /**
   * Whether an element holds blocks. One annual volume puts quotations into the paragraph that leads up to them, the other beside it, as
   * most editions do; nothing in the text tells. Beside it is what is learned.
   */
  holdsBlocks(e: GoldElement): boolean {
    return this.inside(e).some(({ name }) => name !== 'quote');
  }
}

/** A line, and the block that its first character belongs to. */
interface Spot {
  readonly e: GoldElement;
  readonly blocks: Blocks;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly i: number;
  /** Where its first character is, behind page marks and bars. */
  readonly at: number;
  /** Where the line above ends. */
  readonly previousEnd: number;
  /** Whether the block begins with the line. */
  readonly starts: boolean;
  /** The label of the line above. */
  readonly above: Label | undefined;
}

type LabelOf = (spot: Spot) => Label;

/** A label for the line that a block begins with; its other lines go on with it. */
const begun =
  (label: Label | LabelOf): LabelOf =>
  (spot) =>
    spot.starts ? (typeof label === 'string' ? label : label(spot)) : 'more';

const isNested = ({ blocks, e }: Spot): boolean => blocks.around(e, 'list').length > 1;
const item: LabelOf = (spot) => (isNested(spot) ? 'item2' : 'item');

const paragraph: LabelOf = (spot) => {
  const { blocks, e, at, starts, previousEnd } = spot;
  const parent = blocks.parent(e);
  if (!starts) {
    const passed = blocks.inside(e).some(({ start, end }) => end <= at && start >= e.start);
    return !passed ? 'more' : blocks.holdsBlocks(e) ? 'pTail' : 'p';
  }
  if (parent?.name === 'item') return parent.start >= previousEnd ? item(spot) : 'more';
  if (blocks.holdsBlocks(e)) return 'pOpen';
  if (parent?.name === 'quote') return 'quote';
  return BY_REND[e.attributes.rend ?? ''] ?? 'p';
};

const heading: LabelOf = (spot) => {
  const { blocks, e, lines, i } = spot;
  const parent = blocks.parent(e)?.name;
  if (parent === 'list') return isNested(spot) && lines[i]!.bullet ? 'nestHead' : 'listHead';
  if (parent === 'table') return 'tableHead';
  return parent === 'attachment' ? 'attHead' : 'head';
};

const signed: LabelOf = ({ blocks, e, previousEnd }) => {
  const [closer] = blocks.around(e, 'closer');
  return closer && closer.start < previousEnd ? 'signed2' : 'signed';
};

const closer: LabelOf = ({ e, lines, i, previousEnd, above }) =>
  e.start < previousEnd && above === 'closer' && lines[i - 1]!.chunk === lines[i]!.chunk ? 'more' : 'closer';

const openersMatter: LabelOf = ({ blocks, e, text, lines, i, previousEnd }) => {
  if (i === 0 && text[lines[i]!.start] !== '[') return 'sourceLine';
  const [attachment] = blocks.around(e, 'attachment');
  return attachment && attachment.start >= previousEnd ? 'attSeg' : 'seg';
};

/** The label of a line by the name of its block; a paragraph where the name isn't here. */
const LABELS: Readonly<Record<string, LabelOf>> = {
  note: begun('sourceLine'),
  p: paragraph,
  head: begun(heading),
  item: begun(item),
  label: begun((spot) => (isNested(spot) ? 'label2' : 'label')),
  cell: () => 'row',
  row: () => 'row',
  table: () => 'row',
  signed: begun(signed),
  closer,
  seg: begun(openersMatter),
  dateline: begun('dateline'),
  salute: begun('salute'),
  quote: () => 'quote',
  opener: () => 'seg',
};

/** Where a line goes on behind the page marks that it begins with. */
function behindMarks(text: string, line: Line): number {
  let at = line.start;
  for (let match = PAGE.exec(text.slice(at, at + 24)); match; match = PAGE.exec(text.slice(at, at + 24))) {
    at += match[0].length;
    while (at < line.end && /\s/.test(text[at]!)) at++;
  }
  return at;
}

/** Labels of the body's lines. */
export function goldLabels({ elements, text }: GoldDocument, lines: readonly Line[]): Label[] {
  const blocks = new Blocks(elements);
  const out: Label[] = [];
  for (const [i, line] of lines.entries()) {
    let at = behindMarks(text, line);
    if (at >= line.end) {
      out.push('page');
      continue;
    }
    while (at < line.end && /[\s|]/.test(text[at]!)) at++;
    const e = blocks.at(at);
    const previousEnd = lines[i - 1]?.end ?? 0;
    // Not by where the line begins: a bullet may count as a part of the element.
    const starts = e !== undefined && e.start >= previousEnd && (i > 0 || e.start <= at);
    const labelOf = e && LABELS[e.name];
    out.push(labelOf ? labelOf({ e, blocks, text, lines, i, at, previousEnd, starts, above: out[i - 1] }) : 'p');
  }
  return out;
}
