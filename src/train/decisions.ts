/** What a conversion decided and how sure it was, paired with whether the edition has it so. */

import { regionsOf } from '../resolve/regions.js';
import type { Document, Mark } from '../tree.js';
import type { Outcome } from './calibrate.js';
import { agrees } from './dates.js';
import type { GoldDocument, GoldElement } from './gold.js';

export interface DecisionOutcome extends Outcome {
  readonly kind: DecisionKind;
}

/** Kinds of decisions, in the order of the table; what counts as right. */
export const KINDS = {
  notes: 'the note’s place',
  blocks: 'heading, paragraph, item, dateline, signature: the same extent',
  dates: 'the same text and value',
  places: 'the same text',
  parties: 'sender or recipient over the same text',
  signatures: 'in a signature of the edition, and ends where its name does, if it tags one',
  persons: 'a name that ends at the same place, of the same person',
  terms: 'the same text and target',
  references: 'the same text and target',
  italics: 'the same text',
} as const;

export type DecisionKind = keyof typeof KINDS;

const trimmed = (text: string, start: number, end: number): [number, number] => {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return [from, to];
};

type Judge = (mark: Mark, gold: GoldDocument, extent: readonly [number, number]) => boolean;

const same = (e: GoldElement, [start, end]: readonly [number, number]): boolean => e.start === start && e.end === end;
const element =
  (name: string, attribute?: string): Judge =>
  (mark, { elements }, extent) =>
    elements.some(
      (e) =>
        e.name === name &&
        same(e, extent) &&
        (attribute === undefined || e.attributes[attribute] === mark.attributes[attribute]),
    );

/** How the marks of each kind are judged. */
const JUDGES: Partial<Record<DecisionKind, Judge>> = {
  dates: (mark, gold) => agrees(gold, mark),
  places: element('placeName'),
  parties: (mark, gold, extent) => element(mark.type, 'type')(mark, gold, extent),
  signatures: (_, { elements }, [start, end]) => {
    const signed = elements.find((e) => e.name === 'signed' && e.start <= start && e.end >= end);
    const names =
      signed && elements.filter((e) => e.name === 'persName' && e.start >= signed.start && e.end <= signed.end);
    return names !== undefined && (names.length === 0 || names.some((name) => name.end === end));
  },
  persons: ({ attributes }, { elements }, [, end]) =>
    elements.some((e) => e.name === 'persName' && e.end === end && e.attributes.corresp === attributes.corresp),
  terms: element('gloss', 'target'),
  references: element('ref', 'target'),
  italics: element('hi', 'rend'),
};

function kindOf({ type, attributes }: Mark, signed: boolean): DecisionKind | undefined {
  if (type === 'date') return 'dates';
  if (type === 'placeName') return 'places';
  if (attributes.type === 'from' || attributes.type === 'to') return 'parties';
  if (type === 'persName' && attributes.corresp !== undefined) return 'persons';
  // Names that no list has are no elements in the corpus; the name of a signature is known by how it is printed.
  if (type === 'persName') return undefined;
  if (type === 'gloss') return 'terms';
  if (type === 'ref') return 'references';
  if (attributes.rend === 'italic') return 'italics';
  return signed ? 'signatures' : undefined;
}

/** Blocks that a model reads, by the element that they are. */
const ELEMENTS: Readonly<Record<string, string>> = {
  head: 'head',
  dateline: 'dateline',
  p: 'p',
  item: 'item',
  signed: 'signed',
};

function blockOutcomes(document: Document, gold: GoldDocument, out: DecisionOutcome[]): void {
  const { text } = gold;
  const key = (name: string, start: number, end: number): string => `${name} ${trimmed(text, start, end).join(' ')}`;
  const found = new Set(gold.elements.filter((e) => e.note === undefined).map((e) => key(e.name, e.start, e.end)));
  const visit = (blocks: Document['blocks']): void => {
    for (const block of blocks) {
      if ('children' in block) visit(block.children);
      else if ('content' in block && block.p !== undefined && ELEMENTS[block.type] && block.content.length > 0) {
        const words = block.content.filter(({ type }) => type === 'text' || type === 'anchor');
        const [first, last] = [words[0], words.at(-1)];
        if (!first || !last) continue;
        const right = found.has(key(ELEMENTS[block.type]!, first.span.start, last.span.end));
        out.push({ kind: 'blocks', p: block.p, right });
      }
    }
  };
  visit(document.blocks);
}

/** Every decision of a conversion that carries a probability, against the edition. */
export function outcomesOf(document: Document, gold: GoldDocument): DecisionOutcome[] {
  const out: DecisionOutcome[] = [];
  for (const { note, start, decision } of document.placements) {
    const n = document.notes[note]!.n;
    const right = decision.state !== 'missing' && gold.notes.some((g) => g.n === n && g.start === start);
    out.push({ kind: 'notes', p: decision.p, right });
  }
  blockOutcomes(document, gold, out);
  const signatures = regionsOf(document).filter(({ type }) => type === 'signed');
  for (const mark of document.marks) {
    const { decision, start, end } = mark;
    if (decision?.state !== 'found') continue;
    const signed = signatures.some((region) => start >= region.start && end <= region.end);
    const kind = kindOf(mark, signed);
    const judge = kind && JUDGES[kind];
    if (kind && judge) out.push({ kind, p: decision.p, right: judge(mark, gold, trimmed(gold.text, start, end)) });
  }
  return out;
}
