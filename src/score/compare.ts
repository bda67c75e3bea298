/** Two encodings of one document compared: per field what agrees, what is missed and what is wrong. */

import { overlap } from '../text-range.js';
import { LOSSLESS, STRUCTURE } from './fields.js';
import type { Flow, Flows, Occurrence } from './flatten.js';
import { type OffsetMap, offsetMap } from './offsets.js';

export interface Count {
  /** Found as in the gold. */
  right: number;
  /** Found, but not in the gold. */
  wrong: number;
  /** In the gold, but not found. */
  missed: number;
}

/** One disagreement, with the gold's text around it, the place between ⟦ and ⟧. */
export interface Example {
  readonly field: string;
  readonly kind: 'missed' | 'wrong';
  /** The note it stands in; empty for the body. */
  readonly note: string;
  readonly context: string;
  readonly key: string;
}

export interface Comparison {
  /** Strict: place and key agree. */
  readonly strict: ReadonlyMap<string, Count>;
  /** Soft: the key agrees and the places overlap, or are at most {@link NEAR} characters apart if they have no extent. */
  readonly soft: ReadonlyMap<string, Count>;
  readonly structureExact: boolean;
  readonly losslessExact: boolean;
  readonly examples: readonly Example[];
}

/** Characters between two places that still count as near. */
const NEAR = 2;

const EMPTY: Flow = { chars: '', occurrences: [] };

export function compare(gold: Flows, predicted: Flows): Comparison {
  const strict = new Map<string, Count>();
  const soft = new Map<string, Count>();
  const examples: Example[] = [];
  for (const note of new Set([...gold.keys(), ...predicted.keys()])) {
    const [g, p] = [gold.get(note), predicted.get(note)];
    const map: OffsetMap = g ? offsetMap((p ?? EMPTY).chars, g.chars) : () => undefined;
    const mine = (p ?? EMPTY).occurrences.map((o) => moved(o, map));
    const theirs = (g ?? EMPTY).occurrences;
    const rest = pair(theirs, mine, agree);
    count(strict, theirs, mine, rest);
    count(soft, theirs, mine, pair(rest.gold, rest.predicted, near));
    const texts = compareText(note, g, p, strict, soft);
    if (texts) examples.push(texts);
    for (const o of rest.gold) examples.push(example(o, 'missed', note, g));
    for (const o of rest.predicted) examples.push(example(o, 'wrong', note, g));
  }
  const exact = (fields: ReadonlySet<string>): boolean =>
    [...strict].every(([field, c]) => !fields.has(field) || c.wrong + c.missed === 0);
  return { strict, soft, structureExact: exact(STRUCTURE), losslessExact: exact(LOSSLESS), examples };
}

/** An offset without counterpart agrees with none. */
const moved = (o: Occurrence, map: OffsetMap): Occurrence => ({
  ...o,
  start: map(o.start) ?? Number.NaN,
  end: map(o.end) ?? Number.NaN,
});

/** Whether two occurrences of one field and key match by their places. */
type Match = (a: Occurrence, b: Occurrence) => boolean;
const agree: Match = (a, b) => a.start === b.start && a.end === b.end;
const near: Match = (a, b) =>
  a.start === a.end && b.start === b.end ? Math.abs(a.start - b.start) <= NEAR : overlap(a, b);

interface Rest {
  readonly gold: Occurrence[];
  readonly predicted: Occurrence[];
}

/** Pair each gold occurrence with the first free one that matches; what stays alone. */
function pair(gold: readonly Occurrence[], predicted: readonly Occurrence[], match: Match): Rest {
  const free = new Map<string, Occurrence[]>();
  for (const p of predicted) {
    const group = free.get(groupOf(p));
    if (group) group.push(p);
    else free.set(groupOf(p), [p]);
  }
  const alone = gold.filter((g) => {
    const group = free.get(groupOf(g)) ?? [];
    const at = group.findIndex((p) => match(g, p));
    if (at >= 0) group.splice(at, 1);
    return at < 0;
  });
  return { gold: alone, predicted: [...free.values()].flat() };
}

/** What must agree whatever the place. */
const groupOf = ({ field, key }: Occurrence): string => `${field} ${key}`;

const countOf = (counts: Map<string, Count>, field: string): Count => {
  let count = counts.get(field);
  if (!count) {
    count = { right: 0, wrong: 0, missed: 0 };
    counts.set(field, count);
  }
  return count;
};

function count(
  counts: Map<string, Count>,
  gold: readonly Occurrence[],
  predicted: readonly Occurrence[],
  rest: Rest,
): void {
  for (const { field } of gold) countOf(counts, field).right++;
  for (const { field } of predicted) countOf(counts, field);
  for (const { field } of rest.gold) {
    countOf(counts, field).right--;
    countOf(counts, field).missed++;
  }
  for (const { field } of rest.predicted) countOf(counts, field).wrong++;
}

/** Counts the texts of the body or of a note; gives where they differ. */
function compareText(
  note: string,
  g: Flow | undefined,
  p: Flow | undefined,
  ...all: Map<string, Count>[]
): Example | undefined {
  const field = note === '' ? 'body-text' : 'note-text';
  const same = g !== undefined && g.chars === p?.chars;
  for (const counts of all) {
    const count = countOf(counts, field);
    if (same) count.right++;
    else {
      if (g) count.missed++;
      if (p) count.wrong++;
    }
  }
  return same ? undefined : textExample(field, note, g, p);
}

const AROUND = 25;
const SHOWN = 120;

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const around = (text: string, start: number, end: number): string =>
  `${text.slice(Math.max(0, start - AROUND), start)}⟦${cut(text.slice(start, end))}⟧${text.slice(end, end + AROUND)}`;

function example(o: Occurrence, kind: Example['kind'], note: string, gold: Flow | undefined): Example {
  const { field, start, end, key } = o;
  const context = Number.isNaN(start + end) ? '(text that is not in the gold)' : around(gold?.chars ?? '', start, end);
  return { field, kind, note, context, key };
}

/** All from the first difference to the last; the key is what the prediction has there. */
function textExample(field: string, note: string, g: Flow | undefined, p: Flow | undefined): Example {
  const [gold, predicted] = [g?.chars ?? '', p?.chars ?? ''];
  const shorter = Math.min(gold.length, predicted.length);
  let start = 0;
  while (start < shorter && gold[start] === predicted[start]) start++;
  let tail = 0;
  while (tail < shorter - start && gold.at(-1 - tail) === predicted.at(-1 - tail)) tail++;
  const key = cut(predicted.slice(start, predicted.length - tail));
  return { field, kind: p ? 'wrong' : 'missed', note, context: around(gold, start, gold.length - tail), key };
}
