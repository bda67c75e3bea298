/** Parts of a cable → blocks: an opener, lists of subject and references, paragraphs with lists, a closer, the archive's data. */

import { type Source, textOf } from '../../source.js';
import type { Block, Group, Leaf } from '../../tree.js';
import { inline } from '../blocks/leaves.js';
import { contentOf, edgeOf, flow, rest } from './content.js';
import { listOf, overPages, runOfEntries } from './entries.js';
import { OFFICE_NOTE, REFERENCES, SIGNATURE } from './lines.js';
import type { Part, PartLine } from './part.js';
import { paragraphs } from './rows.js';

/** The words that begin a part, and the part without them. */
function headed(source: Source, { lines }: Part, label: RegExp): [Leaf[], PartLine[]] {
  const [first, ...others] = lines;
  const { start, end } = first!.line;
  const whole = label.exec(textOf(source, first!.line))![0];
  const at = start + whole.length;
  const head = inline(source, start, start + whole.trimEnd().length);
  return [head, at < end ? [rest(first!, at), ...others] : others];
}

/** Where an entry of a list of references begins: `A.`, `(B)`, `C)`. */
const REFERENCE = /(?<=^|[\s;,])(?:\(?[A-Z]\)|[A-Z]\.)(?=\s)/g;

/** Lines parted where their entries begin, each part with its lines. */
function entries(source: Source, lines: readonly PartLine[]): PartLine[][] {
  const out: PartLine[][] = [];
  for (const part of lines) {
    const { start, end } = part.line;
    const cuts = part.edge ? [] : [...textOf(source, part.line).matchAll(REFERENCE)].map((m) => start + m.index);
    const bounds = cuts[0] === start ? cuts : [start, ...cuts];
    bounds.forEach((from, i) => {
      let to = bounds[i + 1] ?? end;
      while (to > from && /\s/.test(source.text[to - 1]!)) to--;
      const piece = { ...part, line: { ...part.line, start: from, end: to } };
      if ((i === 0 && cuts[0] !== start && out.length > 0) || part.edge) out.at(-1)!.push(piece);
      else out.push([piece]);
    });
  }
  return out;
}

/** What a cable refers to, as a list whose head is the part's first word. */
function references(source: Source, part: Part): Block {
  const [head, lines] = headed(source, part, REFERENCES);
  if (lines.length === 0) return flow('p', head);
  const items = entries(source, lines).map((item) => flow('item', contentOf(source, item, false)));
  return { type: 'list', children: [flow('listHead', head), ...items], listType: 'references', inline: true };
}

/** Paragraphs; neighbours that begin with a letter, a number in brackets or a dash are a list. */
function body(source: Source, all: readonly Part[]): Block[] {
  const parts = overPages(source, all);
  const out: Block[] = [];
  for (let i = 0; i < parts.length; ) {
    const end = runOfEntries(source, parts, i);
    out.push(...(end > i + 1 ? [listOf(source, parts.slice(i, end))] : block(source, parts[i]!)));
    i = Math.max(end, i + 1);
  }
  return out;
}

function block(source: Source, part: Part): Block[] {
  switch (part.kind) {
    case 'edge':
      return edgeOf(source, part.lines[0]!);
    case 'time':
      return [flow('dateline', contentOf(source, part.lines, true))];
    case 'subject':
      return [flow('head', contentOf(source, part.lines, false))];
    case 'references':
      return [references(source, part)];
    case 'paragraph':
      return paragraphs(source, part.lines);
    case 'data':
      return [flow('item', contentOf(source, part.lines, false))];
    default:
      return [flow('seg', contentOf(source, part.lines, true), part.kind)];
  }
}

const inHead = ({ kind }: Part): boolean => !['subject', 'references', 'paragraph', 'data'].includes(kind);

/** Paragraphs that are no part of the text: what follows the signature. */
function closing(source: Source, parts: readonly Part[]): number {
  for (let i = parts.length - 1; i > 0; i--) {
    const { kind, lines } = parts[i]!;
    if (kind !== 'paragraph') continue;
    if (lines.length === 1 && SIGNATURE.test(textOf(source, lines[0]!.line))) return i;
    if (!OFFICE_NOTE.test(textOf(source, lines[0]!.line))) return -1;
  }
  return -1;
}

/** The archive's data on the cable, as what is attached to it. */
function data(source: Source, parts: readonly Part[]): Group[] {
  const [first, ...others] = parts.filter(({ kind }) => kind === 'data');
  if (!first) return [];
  const head = flow('head', contentOf(source, first.lines, false));
  const items = others.map(({ lines }) => flow('item', contentOf(source, lines, false)));
  const listed: Block[] = items.length > 0 ? [{ type: 'list', children: items, listType: 'simple', inline: true }] : [];
  return [{ type: 'attachment', children: [head, ...listed] }];
}

/** Flows that the body can't hold. */
const LONE = new Set<Block['type']>(['seg', 'dateline', 'head']);

/** The blocks of a cable, in the order of a division. */
export function blocksOf(source: Source, all: readonly Part[]): Block[] {
  const cut = all.findIndex(({ kind }) => kind === 'data');
  const parts = cut < 0 ? all : all.slice(0, cut);
  // Where there are edges alone, all of them stand after the opener, which is empty.
  const fields = Math.max(
    0,
    parts.findIndex((part) => part.kind !== 'edge'),
  );
  let end = parts.findIndex((part) => !inHead(part));
  if (end < 0) end = parts.length;
  // Edges that follow the last field stand after the opener.
  while (end > fields && parts[end - 1]!.kind === 'edge') end--;
  const before = parts.slice(0, fields).flatMap((part) => block(source, part));
  const head = parts.slice(fields, end).flatMap((part) => block(source, part));
  const opener: Group[] = head.length > 0 ? [{ type: 'opener', children: head }] : [];
  const tail = parts.slice(end);
  const signed = closing(source, tail);
  const text = signed < 0 ? tail : tail.slice(0, signed);
  // The subject is the heading where it follows the opener; what else belongs to neither is a paragraph.
  const titled = text.findIndex(({ kind }) => kind !== 'edge');
  const heading = text[titled]?.kind === 'subject' ? block(source, text[titled]!) : [];
  const front = heading.length > 0 ? [...text.slice(0, titled).flatMap((part) => block(source, part)), ...heading] : [];
  const after = heading.length > 0 ? text.slice(titled + 1) : text;
  const lone = (block: Block): Block => (LONE.has(block.type) ? asParagraph(block) : block);
  const rest = signed < 0 ? [] : closer(source, tail.slice(signed));
  return [...before, ...opener, ...front, ...body(source, after).map(lone), ...rest, ...data(source, all)];
}

function asParagraph(block: Block): Block {
  if (!('content' in block)) return block;
  const { field: _, ...plain } = block;
  return { ...plain, type: 'p', rend: 'flushleft' };
}

/** The signature, and what the communications office says below it; edges of pages stand beside. */
function closer(source: Source, parts: readonly Part[]): Block[] {
  let last = parts.length;
  while (parts[last - 1]!.kind === 'edge') last--;
  const children = parts.slice(0, last).flatMap((part, i) => {
    if (part.kind === 'edge') return block(source, part);
    return [flow(i === 0 ? 'signed' : 'seg', contentOf(source, part.lines, true))];
  });
  return [{ type: 'closer', children }, ...parts.slice(last).flatMap((part) => block(source, part))];
}
