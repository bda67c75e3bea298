/** Pieces of text on a page → its lines, top to bottom as the file has them. Lengths are in points; y grows upwards. */

export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A stretch of a line; `raised` where it is a figure or a symbol above the line: a note's mark. */
export interface Run {
  readonly text: string;
  readonly raised: boolean;
}

export interface Line {
  readonly runs: readonly Run[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** Of most of its letters. */
  readonly size: number;
  /** Where nothing is printed for longer than between two words. */
  readonly gaps: readonly (readonly [from: number, to: number])[];
  /** What it is made of, from left to right. */
  readonly pieces: readonly Piece[];
}

const MARK = /^\s*(\d{1,4}|[*†‡§]{1,3})\s*$/;
/** What stands before an item or a note, and words that are printed right behind it. */
const LABEL = /^\s*(?:\(?\d{1,3}[.)](?=\p{Lu}\p{Ll})|[•‣▪◦●○■□](?=\p{L}))/u;
/** Shares of the letters' size. */
const SAME_LINE = 0.45;
const SPACE = 0.15;
const WIDE = 0.75;
const SMALL = 0.9;
const RAISED = 0.15;

/** The two marks that figures run together may be: `12` those of notes 1 and 2. */
export function twoIn(mark: string): readonly [string, string] | undefined {
  const half = mark.length >> 1; // `910` is 9 and 10
  const two = [mark.slice(0, half), mark.slice(half)] as const;
  return /^[1-9]\d*$/.test(mark) && Number(two[1]) === Number(two[0]) + 1 ? two : undefined;
}

export const textOf = (line: Pick<Line, 'runs'>): string => line.runs.map((run) => run.text).join('');

/** Whether a line begins a column: it is higher than the one before. */
export const beginsColumn = (line: Line, before: Line): boolean => line.y > before.y + line.size;

export function linesOf(pieces: readonly Piece[]): Line[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    if (piece.text.trim() === '' || piece.size === 0) continue;
    const group = groups.at(-1);
    const base = group && dominant(group);
    const near = base && Math.abs(piece.y - base.y) <= SAME_LINE * Math.max(base.size, piece.size);
    // A piece that lies left of the line's end begins a new line (or column), however near.
    if (near && piece.x >= group.at(-1)!.x - 1) group.push(piece);
    else groups.push([piece]);
  }
  return groups.map(lineOf);
}

/** The piece that stands for its line: the one with the most letters. */
const dominant = (group: readonly Piece[]): Piece =>
  group.reduce((best, piece) => (piece.text.length > best.text.length ? piece : best));

/** Whether a blank's room, at least, lies between the end of what is printed and a further piece. */
export const isApart = (end: number | undefined, piece: Piece, size: number): boolean =>
  end !== undefined && piece.x - end > SPACE * size;

function lineOf(group: readonly Piece[]): Line {
  const { y, size } = dominant(group);
  const runs: { text: string; raised: boolean }[] = [];
  const gaps: [number, number][] = [];
  let end: number | undefined;
  for (const piece of group) {
    const raised = MARK.test(piece.text) && piece.size < SMALL * size && piece.y - y > RAISED * size;
    const last = runs.at(-1);
    const apart = isApart(end, piece, size) && !raised;
    const gap = apart && last && !/\s$/.test(last.text) && !/^\s/.test(piece.text) ? ' ' : '';
    if (last && !last.raised && !raised) last.text += gap + piece.text;
    else runs.push({ text: raised ? piece.text.trim() : gap + piece.text, raised });
    if (end !== undefined && piece.x - end > WIDE * size) gaps.push([end, piece.x]);
    end = piece.x + piece.width;
  }
  runs[0]!.text = runs[0]!.text.replace(LABEL, '$& ');
  return { runs, x: group[0]!.x, right: end!, y, size, gaps, pieces: group };
}
