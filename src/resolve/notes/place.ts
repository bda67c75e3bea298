/** The pass that places the notes of a document: each in its place in the text, or reported as having none. */

import type { PlacedDecision } from '../../decisions/decision.js';
import { type Alternative, DEFAULT_DOUBT, type Diagnostic } from '../../diagnostic.js';
import { factsOf, telegramsBeside, type VolumeMemory } from '../../memory.js';
import { loadModel } from '../../model.js';
import { packed } from '../../packed.js';
import { cut, type Source, textOf } from '../../source.js';
import type { Block, Document, Flow, Leaf, Note, Placement, Text } from '../../tree.js';
import { type AnchorModel, anchors, type Choice } from './anchors.js';
import { decidedPlaces } from './decided.js';
import { leftMarks } from './left-mark.js';
import type { NoteText, Stretch } from './marks.js';

const SHOWN = 24; // characters of context on either side of a place

/** `…Your 201[2] and 269.3 I can…`: a place as messages show it. */
function snippet(of: Source, place: Choice['place']): string {
  if (!place) return 'nowhere';
  const clean = (s: string): string => s.replace(/\s+/g, ' ');
  const before = clean(of.text.slice(Math.max(0, place.start - SHOWN), place.start));
  const after = clean(of.text.slice(place.end, place.end + SHOWN));
  return `…${before}⟦${of.text.slice(place.start, place.end)}⟧${after}…`;
}

/** The stretches of text where a mark may stand: every text leaf of every block that isn't a note. */
export function stretches(blocks: readonly Block[]): Stretch[] {
  const out: Stretch[] = [];
  const walk = (block: Block): void => {
    if ('children' in block) block.children.forEach(walk);
    else if ('content' in block) {
      const from = block.content[0]?.span.start ?? 0;
      const to = block.content.at(-1)?.span.end ?? 0;
      for (const leaf of block.content) {
        if (leaf.type === 'text') out.push({ start: leaf.span.start, end: leaf.span.end, from, to, type: block.type });
      }
    }
  };
  blocks.forEach(walk);
  return out;
}

/** A note's own words, line ends and indents as spaces. */
export function noteText(of: Source, note: Note): NoteText {
  const words: string[] = [];
  for (const part of note.body) {
    if (!('content' in part)) continue;
    words.push(part.content.map((leaf) => (leaf.type === 'text' ? textOf(of, leaf.span) : ' ')).join(''));
  }
  return { n: note.n, text: words.join(' ').trim(), label: textOf(of, note.label.span) };
}

/** Cut the anchors that lie in it out of a text leaf. */
function cutLeaf(leaf: Text, placements: readonly Placement[]): Leaf[] {
  const { start, end } = leaf.span;
  const inside = placements.filter((one) => one.start >= start && one.end <= end);
  const spans = cut(leaf.span, ...inside.flatMap((one) => [one.start, one.end]));
  return spans.flatMap((span, k): Leaf[] => {
    if (k % 2 === 1) return [{ type: 'anchor', span, note: inside[(k - 1) / 2]!.note }];
    return span.end > span.start ? [{ type: 'text', span }] : [];
  });
}

function cutBlocks(blocks: readonly Block[], placements: readonly Placement[]): Block[] {
  let next = 0; // placements rise and so do leaves
  const within = (leaf: Leaf): Placement[] => {
    const first = next;
    // A place without a mark may be the very end of a text.
    const reach = (one: Placement): boolean =>
      one.start < leaf.span.end || (leaf.type === 'text' && one.start === one.end && one.end === leaf.span.end);
    while (next < placements.length && reach(placements[next]!)) next++;
    return placements.slice(first, next);
  };
  const cutFlow = (flow: Flow): Flow => {
    const content = flow.content.flatMap((leaf): readonly Leaf[] => {
      const inside = within(leaf);
      return inside.length > 0 && leaf.type === 'text' ? cutLeaf(leaf, inside) : [leaf];
    });
    return content.every((leaf, k) => leaf === flow.content[k]) ? flow : { ...flow, content };
  };
  const walk = (block: Block): Block => {
    if ('children' in block) return { ...block, children: block.children.map(walk) };
    return 'content' in block ? cutFlow(block) : block;
  };
  return blocks.map(walk);
}

const alternativesOf = (of: Source, { alternatives }: Choice): Alternative[] =>
  alternatives.map(({ place, p }) => ({ choice: snippet(of, place), p, ...place }));

function report(of: Source, note: Note, choice: Choice, doubt: number): Diagnostic | undefined {
  const { place, p } = choice;
  const alternatives = alternativesOf(of, choice);
  if (!place) {
    return {
      code: 'note-without-place',
      severity: 'warning',
      message: `note ${note.n} has no place in the text`,
      ...note.label.span,
      hint: 'look for its number in the text; the note is kept at the end of the document',
      p,
      alternatives,
    };
  }
  if (p >= doubt) return undefined;
  return {
    code: 'note-doubtful',
    severity: 'warning',
    message: `note ${note.n} may not belong at ${snippet(of, place)}`,
    ...place,
    hint: 'compare the note with the other places',
    p,
    alternatives,
  };
}

/**
 * Fill in `placements` (one a note, in order; a missing one stands at the note's label with start = end), cut the marks
 * out of the text as anchors, and report notes that are doubtful or have no place. A document is returned that shares
 * what hasn't changed. Never throws on input.
 */
export function placeNotes(
  document: Document,
  {
    doubt,
    memory,
    decisions,
  }: {
    readonly doubt: number;
    readonly memory?: VolumeMemory;
    readonly decisions?: readonly PlacedDecision[];
  } = { doubt: DEFAULT_DOUBT },
  model: AnchorModel = loadModel<AnchorModel>('notes'),
): Document {
  const { source: of, notes, blocks } = document;
  if (notes.length === 0) return { ...document, diagnostics: [...document.diagnostics, ...leftMarks(document)] };
  const words = packed(notes, (note) => noteText(of, note));
  const where = stretches(blocks);
  const decided = decidedPlaces(document, words, where, decisions);
  const choices = anchors(
    of.text,
    where,
    words,
    model,
    memory && telegramsBeside(memory, factsOf(document)),
    decided.byNote,
  );
  const placements: Placement[] = [];
  const diagnostics: Diagnostic[] = [...decided.diagnostics];
  choices.forEach((choice, i) => {
    const note = notes[i]!;
    const { place, p } = choice;
    const alternatives = alternativesOf(of, choice);
    const state = !place ? 'missing' : p >= doubt ? 'found' : 'ambiguous';
    const nowhere = { start: note.label.span.start, end: note.label.span.start };
    placements.push({ note: i, ...(place ?? nowhere), decision: { state, p, alternatives } });
    const finding = report(of, note, choice, doubt);
    if (finding && !(decided.byNote.has(i) && place === undefined)) diagnostics.push(finding);
  });
  // A reviewer may have decided against the order of the notes.
  const found = placements
    .filter((one) => one.decision.state !== 'missing')
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const placed = { ...document, blocks: cutBlocks(blocks, found), placements };
  return { ...placed, diagnostics: [...document.diagnostics, ...diagnostics, ...leftMarks(placed)] };
}
