/**
 * Edges of pages inside a text: between the halves of a sentence a number, a stamp or a running head is no part of it. Others are told by
 * these: the numbers count on, the words are the same.
 */

import { type Source, textOf } from '../../source.js';
import type { Line } from '../lines/chunks.js';
import { halves } from '../lines/halves.js';
import { type Edge, edgeOf } from './lines.js';

interface At {
  readonly line: Line;
  readonly edge: Edge;
}

/** Lines that may be the edge of a page, with nothing but page marks between them. */
interface Break {
  readonly edges: readonly At[];
  /** A sentence goes on over it. */
  readonly inside: boolean;
  /** Empty lines stand above and below it. */
  readonly apart: boolean;
}

export interface Pages {
  readonly edges: readonly Line[];
  /** What looks like the number of a page, and may be something else. */
  readonly unsure: readonly Line[];
}

function breaksOf(source: Source, lines: readonly Line[]): Break[] {
  const out: Break[] = [];
  for (let i = 1; i + 1 < lines.length; i++) {
    const edges: At[] = [];
    let next = i;
    for (; next + 1 < lines.length; next++) {
      const line = lines[next]!;
      const edge = edgeOf(source, line);
      if (!edge) break;
      edges.push({ line, edge });
    }
    if (edges.length === 0) continue;
    const [before, after] = [lines[i - 1]!, lines[next]!];
    const apart = before.chunk < lines[i]!.chunk && lines[next - 1]!.chunk < after.chunk;
    const inside = !before.bullet && !after.bullet && halves(textOf(source, before), textOf(source, after));
    out.push({ edges, inside, apart });
    i = next;
  }
  return out;
}

/** Whether a break can be told by itself. */
const isSure = ({ edges, inside, apart }: Break): boolean =>
  edges.every(({ edge }) => edge.certain) ||
  (inside &&
    // Figures alone in the lines of a paragraph may be its own.
    (apart || edges.every(({ edge }) => edge.form !== 'figures')) &&
    // Capitals alone may be a title; beside a number or a stamp they are a running head.
    edges.some(({ edge }) => edge.kind !== 'head' || edge.n !== undefined));

const key = ({ kind, form }: Edge): string => `${kind} ${form}`;

/** Whether the numbers of edges of one form rise from break to break, no faster than pages do. */
function countsOn(numbers: readonly number[]): boolean {
  const MOST = 3; // pages of which one has its number lost
  return numbers.every((n, i) => i === 0 || (n > numbers[i - 1]! && n - numbers[i - 1]! <= MOST));
}

/** Rows of a table recur and count up, too: words with a figure, or figures alone. */
const MAY_BE_TABLE = /^(?:number figures$|head )/;

/** The forms that are edges of pages wherever they stand, as {@link key} has them. */
function settledForms(breaks: readonly Break[]): ReadonlySet<string> {
  const where = new Map<string, { readonly breaks: Set<Break>; readonly numbers: number[]; sure: boolean }>();
  for (const one of breaks) {
    const sure = isSure(one);
    for (const { edge } of one.edges) {
      const known = where.get(key(edge)) ?? { breaks: new Set(), numbers: [], sure: false };
      where.set(key(edge), known);
      known.breaks.add(one);
      if (edge.n !== undefined) known.numbers.push(edge.n);
      known.sure ||= sure;
    }
  }
  const settled = new Set<string>();
  for (const [form, { breaks, numbers, sure }] of where) {
    const recurs = breaks.size > 1;
    const found =
      numbers.length > 0
        ? countsOn(numbers) && (sure || (recurs && !MAY_BE_TABLE.test(form)))
        : sure || (recurs && [...breaks].every(({ inside }) => inside));
    if (found) settled.add(form);
  }
  return settled;
}

/** The number of the last page, below all text. */
function lastEdge(source: Source, lines: readonly Line[]): At | undefined {
  const [above, line] = [lines.at(-2), lines.at(-1)];
  const edge = above && line && above.chunk < line.chunk ? edgeOf(source, line) : undefined;
  return edge?.kind === 'number' ? { line: line!, edge } : undefined;
}

export function pagesOf(source: Source, lines: readonly Line[]): Pages {
  const breaks = breaksOf(source, lines);
  const last = lastEdge(source, lines);
  const edges: Line[] = [];
  const unsure: Line[] = [];
  if (breaks.length === 0 && !last) return { edges, unsure };
  const settled = settledForms(breaks);
  for (const one of breaks) {
    const fits = one.edges.every(({ edge }) => settled.has(key(edge)) && (edge.form !== 'figures' || one.apart));
    if (fits || isSure(one)) for (const { line } of one.edges) edges.push(line);
    else if (one.apart) for (const { line, edge } of one.edges) if (edge.form === 'dashed') unsure.push(line);
  }
  if (last && settled.has(key(last.edge)) && last.edge.form !== 'figures') edges.push(last.line);
  else if (last?.edge.form === 'dashed') unsure.push(last.line);
  return { edges, unsure };
}
