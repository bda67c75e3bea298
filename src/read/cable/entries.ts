/** Lists in a cable's text: entries that begin with a letter, a number in brackets or a dash; one may hold a list of another kind. */

import { type Source, textOf } from '../../source.js';
import type { Block, Group } from '../../tree.js';
import { inline } from '../leaves.js';
import { contentOf, flow, rest } from './content.js';
import { ENTRY } from './lines.js';
import type { Part } from './parts.js';

/** What a part's first line begins with, as a kind: `A.`, `(A)`, `(1)`, `-`; undefined where it is no entry. */
function kindOf(source: Source, part: Part | undefined): string | undefined {
  if (part?.kind !== 'paragraph') return undefined;
  const label = ENTRY.exec(textOf(source, part.lines[0]!.line))?.[0];
  return label?.trim().replace(/\d+/, '1').replace(/[A-Z]/, 'A').replace(/^-+/, '-').replace(/^A\)/, '(A)');
}

const FIRST = /^\(?(?:A|1)[.)]|^-/;

const indentOf = ({ lines }: Part): number => lines[0]!.line.start - lines[0]!.line.from;

/**
 * Whether a part may begin a list inside the entry before it: that one leads up to it, or stands further out, or goes on to a further
 * entry after it.
 */
function begins(source: Source, parts: readonly Part[], at: number, outer: string): boolean {
  if (!FIRST.test(textOf(source, parts[at]!.lines[0]!.line))) return false;
  if (textOf(source, parts[at - 1]!.lines.at(-1)!.line).endsWith(':')) return true;
  if (indentOf(parts[at]!) > indentOf(parts[at - 1]!)) return true;
  const inner = kindOf(source, parts[at]);
  let next = at + 1;
  while (kindOf(source, parts[next]) === inner) next++;
  return kindOf(source, parts[next]) === outer;
}

/** The end of a run of entries that begins at a part, lists inside them included; the part itself where it is none. */
export function runOfEntries(source: Source, parts: readonly Part[], from: number): number {
  const outer = kindOf(source, parts[from]);
  if (outer === undefined) return from;
  let inner: string | undefined;
  let end = from + 1;
  for (let kind = kindOf(source, parts[end]); kind !== undefined; kind = kindOf(source, parts[++end])) {
    if (kind === outer) inner = undefined;
    else if (kind === inner) continue;
    else if (inner === undefined && begins(source, parts, end, outer)) inner = kind;
    else break;
  }
  return end;
}

/** A run of entries as a list; those of another kind than the first are lists inside the entry before them. */
export function listOf(source: Source, run: readonly Part[]): Group {
  const outer = kindOf(source, run[0]);
  const children: Block[] = [];
  for (let i = 0; i < run.length; ) {
    let end = i + 1;
    while (end < run.length && kindOf(source, run[end]) !== outer) end++;
    children.push(...entry(source, run[i]!, run.slice(i + 1, end)));
    i = end;
  }
  return { type: 'list', children, listType: 'simple', inline: true };
}

/** An entry of a list: its letter, if it has one, its text, and the list that it holds. */
function entry(source: Source, { lines }: Part, nested: readonly Part[]): Block[] {
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
