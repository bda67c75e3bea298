/** Lists in a cable's text: entries that begin with a letter, a number in brackets or a dash; one may hold a list of another kind. */

import { type Source, textOf } from '../../source.js';
import type { Block, Group } from '../../tree.js';
import { inline } from '../blocks/leaves.js';
import { contentOf, edgeOf, flow, rest } from './content.js';
import { ENTRY } from './lines.js';
import type { Part } from './part.js';

/** What a part's first line begins with, as a kind: `A.`, `(A)`, `(1)`, `-`; undefined where it is no entry. */
function kindOf(source: Source, parts: readonly Part[], at: number): string | undefined {
  const label = labelOf(source, parts[at]);
  if (label === undefined) return undefined;
  const value = /[A-Z]+|\d+/.exec(label)?.[0];
  const one = value !== undefined && isRoman(source, parts, at, value) ? 'I' : 'A';
  return label
    .replace(/\d+/, '1')
    .replace(/[A-Z]+/, one)
    .replace(/^-+/, '-')
    .replace(/^([A1I]\))/, '($1');
}

const labelOf = (source: Source, part: Part | undefined): string | undefined =>
  part?.kind === 'paragraph' ? ENTRY.exec(textOf(source, part.lines[0]!.line))?.[0].trim() : undefined;

/** What stands before a letter that may be a number, too: of letters before `I`, of numbers before `V` and `X`. */
const BEFORE: Readonly<Record<string, string>> = { I: 'H', V: 'IV', X: 'IX' };
/** So many entries stand between one and the next of its kind at most. */
const BETWEEN = 20;

/** Whether the letters of a label are a number: `(II)`, and `(I)` but after `(H)`. */
function isRoman(source: Source, parts: readonly Part[], at: number, value: string): boolean {
  if (value.length > 1) return true;
  if (BEFORE[value] === undefined) return false;
  for (let i = at - 1; i >= 0 && i >= at - BETWEEN; i--) {
    if (parts[i]!.kind === 'edge') continue;
    const label = labelOf(source, parts[i]);
    if (label === undefined) break;
    if (/[A-Z]+/.exec(label)?.[0] === BEFORE[value]) return value !== 'I';
  }
  return value === 'I';
}

const FIRST = /^\(?(?:A|1|I)[.)]|^-/;

const indentOf = ({ lines }: Part): number => lines[0]!.line.start - lines[0]!.line.from;

/**
 * Whether a part may begin a list inside the entry before it: that one leads up to it, or stands further out, or goes on to a further
 * entry after it.
 */
function begins(source: Source, parts: readonly Part[], at: number, outer: string): boolean {
  if (!FIRST.test(textOf(source, parts[at]!.lines[0]!.line))) return false;
  if (textOf(source, parts[at - 1]!.lines.at(-1)!.line).endsWith(':')) return true;
  if (indentOf(parts[at]!) > indentOf(parts[at - 1]!)) return true;
  const inner = kindOf(source, parts, at);
  let next = at + 1;
  while (kindOf(source, parts, next) === inner) next++;
  return kindOf(source, parts, next) === outer;
}

/** Parts, and edges of pages that stand between two entries of one list as lines of the entry before them. */
export function overPages(source: Source, parts: readonly Part[]): Part[] {
  const out: Part[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const kind = kindOf(source, parts, i);
    let next = i + 1;
    while (kind !== undefined && parts[next]?.kind === 'edge') next++;
    const goesOn = next > i + 1 && kind === kindOf(source, parts, next);
    if (!goesOn) out.push(part);
    else {
      out.push({ ...part, lines: [...part.lines, ...parts.slice(i + 1, next).flatMap(({ lines }) => lines)] });
      i = next - 1;
    }
  }
  return out;
}

/** The end of a run of entries that begins at a part, lists inside them included; the part itself where it is none. */
export function runOfEntries(source: Source, parts: readonly Part[], from: number): number {
  const outer = kindOf(source, parts, from);
  if (outer === undefined) return from;
  let inner: string | undefined;
  let end = from + 1;
  for (let kind = kindOf(source, parts, end); kind !== undefined; kind = kindOf(source, parts, ++end)) {
    if (kind === outer) inner = undefined;
    else if (kind === inner) continue;
    else if (inner === undefined && begins(source, parts, end, outer)) inner = kind;
    else break;
  }
  return end;
}

/** A run of entries as a list; those of another kind than the first are lists inside the entry before them. */
export function listOf(source: Source, run: readonly Part[]): Group {
  const outer = kindOf(source, run, 0);
  const children: Block[] = [];
  for (let i = 0; i < run.length; ) {
    let end = i + 1;
    while (end < run.length && kindOf(source, run, end) !== outer) end++;
    children.push(...entry(source, run[i]!, run.slice(i + 1, end)));
    i = end;
  }
  return { type: 'list', children, listType: 'simple', inline: true };
}

/** An entry of a list: its letter, if it has one, its text, the list that it holds, and edges of pages that follow it. */
function entry(source: Source, part: Part, nested: readonly Part[]): Block[] {
  if (nested.length > 0 || !part.lines.at(-1)!.edge) return labelled(source, part.lines, nested);
  const end = part.lines.findLastIndex(({ edge }) => !edge) + 1;
  return [
    ...labelled(source, part.lines.slice(0, end), nested),
    ...part.lines.slice(end).flatMap((line) => edgeOf(source, line)),
  ];
}

function labelled(source: Source, lines: Part['lines'], nested: readonly Part[]): Block[] {
  const [first, ...others] = lines;
  const { start, end } = first!.line;
  const label = ENTRY.exec(textOf(source, first!.line))![0];
  const at = start + label.length;
  if (label.startsWith('-') || (at >= end && others.length === 0)) return [itemOf(source, lines, nested)];
  const text = at < end ? [rest(first!, at), ...others] : others;
  return [flow('label', inline(source, start, start + label.trimEnd().length)), itemOf(source, text, nested)];
}

function itemOf(source: Source, lines: Part['lines'], nested: readonly Part[]): Block {
  const content = contentOf(source, lines, false);
  if (nested.length === 0) return flow('item', content);
  return { type: 'item', children: [flow('run', content), listOf(source, nested)] };
}
