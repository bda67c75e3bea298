/** Where persons of a list may be named: clusters of overlapping readings. */

import { ARTICLES, PARTICLES, SUFFIXES } from '../../authority/titles.js';
import type { Person } from '../../authority/types.js';
import { isInPlace } from '../place-words.js';
import type { Token } from '../tokens.js';
import { agrees, type NameForm, type NameIndex } from './names.js';
import { byTitle } from './women.js';
import { cased } from './word-classes.js';

/** One reading: tokens `first…last` name `person`. */
export interface Candidate {
  readonly person: Person;
  readonly form: NameForm;
  /** Index of the first token of the name, forenames included; of the first of the form; of the last, suffix included. */
  readonly first: number;
  readonly core: number;
  readonly last: number;
  /** How the forenames before the form agree with the list's, nearest first. */
  readonly given: readonly ('full' | 'initial' | 'nickname' | 'unlisted')[];
}

/** Readings that overlap: at most one of them is right. */
export interface Cluster {
  readonly candidates: readonly Candidate[];
  readonly first: number;
  readonly last: number;
}

const JOINS = new Set<Token['gap']>(['space', 'stop', 'hyphen', 'none']);

/** Whether a word in lower case opens a name: `van den Berg`, `al-Sabri`. */
function opensName(tokens: readonly Token[], i: number): boolean {
  let next = i + 1;
  while (next - i < 3 && tokens[next]?.shape === 'l' && PARTICLES.has(tokens[next]!.fold)) next++;
  const word = tokens[next];
  return tokens[i]!.shape === 'l' && word !== undefined && cased(word);
}

type Agreement = Candidate['given'][number];

/** What one word before a name is to it: how it agrees with the list, where it is no particle, and how many listed forenames are left. */
interface Word {
  readonly how?: Agreement;
  readonly left: number;
}

/** The particle before token `first`, where `left` listed forenames are left; `given` where it would stand between forenames. */
function particleBefore(
  tokens: readonly Token[],
  first: number,
  listed: readonly string[],
  left: number,
  given: boolean,
): Word | undefined {
  const before = tokens[first - 1]!;
  if (before.shape !== 'l' || !PARTICLES.has(before.fold)) return undefined;
  // `Heinrich von Brentano` for `Brentano, Heinrich von`.
  if (before.fold === listed[left - 1]) return { left: left - 1 };
  // `Abd al-Rahman Azzam`: a particle between forenames belongs to them.
  // So does an article that a surname may have or lack: `Anwar al-Sadat` for `Sadat, Anwar`.
  return given || (tokens[first]!.gap === 'hyphen' && ARTICLES.has(before.fold)) ? { left } : undefined;
}

/** The forename or initial before token `first`, if it agrees with one of the first `left` listed forenames. */
function forenameBefore(
  tokens: readonly Token[],
  first: number,
  listed: readonly string[],
  left: number,
): Word | undefined {
  const before = tokens[first - 1]!;
  for (let i = left - 1; i >= 0; i--) {
    const how = agrees(before.fold, listed[i]!);
    if (how !== undefined) return { how, left: i };
  }
  // A middle initial that the list leaves out: `Walter S. Robertson` for `Robertson, Walter`.
  const further = tokens[first - 2];
  if (before.shape !== 'i' || !further || !cased(further) || !JOINS.has(before.gap)) return undefined;
  return listed.slice(0, left).some((one) => agrees(further.fold, one)) ? { how: 'unlisted', left } : undefined;
}

/** Forenames and initials before token `core` that agree with the list's; the index of the first. */
function forenames(
  tokens: readonly Token[],
  core: number,
  listed: readonly string[],
): { first: number; given: Candidate['given'] } {
  const given: Agreement[] = [];
  let first = core;
  let left = listed.length;
  while (first > 0 && left > 0) {
    const { gap } = tokens[first]!;
    const before = tokens[first - 1]!;
    if (!JOINS.has(gap) || before.possessive) break;
    let word: Word | undefined;
    if (!cased(before)) word = particleBefore(tokens, first, listed, left, given.length > 0);
    else if (!endsSentence(tokens, first - 1) && (gap !== 'hyphen' || first < core))
      word = forenameBefore(tokens, first, listed, left);
    if (!word) break;
    if (word.how) given.push(word.how);
    left = word.left;
    first--;
  }
  while (first < core && tokens[first]!.shape === 'l') first++;
  return { first, given };
}

/** Include a suffix: `Hoover, Jr.` */
function suffix(tokens: readonly Token[], last: number): number {
  const next = tokens[last + 1];
  if (!next || !SUFFIXES.has(next.fold) || tokens[last]!.possessive) return last;
  if (next.shape === 'i' || next.shape === 'l') return last;
  return next.gap === 'space' || next.gap === 'comma' || next.gap === 'stop' ? last + 1 : last;
}

/** Whether a full stop after a word ends a sentence: `Muñoz Marín. Luis`; short words may be abbreviated. */
const endsSentence = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.gap === 'stop' && tokens[at]!.text.length > 4;

/** All clusters of a document's tokens, in order. */
export function clustersOf(tokens: readonly Token[], index: NameIndex): Cluster[] {
  const found: Candidate[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens[i]!;
    if (!cased(start) && !opensName(tokens, i)) continue;
    let at = index.root.next.get(start.fold);
    if (!at) continue;
    let best: { forms: readonly NameForm[]; last: number }[] = [];
    for (let last = i; at; ) {
      if (at.forms.length > 0 && (cased(tokens[last]!) || last > i)) best = [...best, { forms: at.forms, last }];
      const next: Token | undefined = tokens[last + 1];
      if (!next || !JOINS.has(next.gap) || tokens[last]!.possessive || endsSentence(tokens, last)) break;
      at = at.next.get(next.fold);
      last++;
    }
    for (const { forms, last } of best) {
      for (const form of forms) {
        if (start.shape === 'l' && form.length < 2) continue;
        const { first, given } = forenames(tokens, i, form.given);
        if (given.length === 0 && isInPlace(tokens, i, last)) continue;
        found.push({ person: form.person, form, first, core: i, last: suffix(tokens, last), given });
      }
    }
  }
  return cluster(tokens, found);
}

function cluster(tokens: readonly Token[], found: readonly Candidate[]): Cluster[] {
  const clusters: Cluster[] = [];
  const sorted = [...found].sort((a, b) => a.first - b.first || b.last - a.last);
  let group: Candidate[] = [];
  let last = -1;
  const close = (): void => {
    if (group.length === 0) return;
    const candidates = byTitle(tokens, ownEntries(longest(group)));
    if (candidates.length > 0) clusters.push({ candidates, first: Math.min(...group.map((c) => c.first)), last });
  };
  for (const candidate of sorted) {
    if (candidate.first > last) {
      close();
      group = [];
    }
    group.push(candidate);
    last = Math.max(last, candidate.last);
  }
  close();
  return clusters;
}

/** Of each person's readings in a cluster, the longest. */
function longest(group: readonly Candidate[]): Candidate[] {
  const best = new Map<Person, Candidate>();
  for (const candidate of group) {
    const other = best.get(candidate.person);
    if (!other || candidate.last - candidate.first > other.last - other.first) best.set(candidate.person, candidate);
  }
  return [...best.values()];
}

/**
 * Where the text has just what an entry “Diem, see Ngo Dinh Diem” is called, editors link to that entry: the part of the
 * other entry's name is no reading beside it.
 */
function ownEntries(candidates: Candidate[]): Candidate[] {
  const entries = candidates.filter(
    ({ person, form, given }) => person.see && form.kind === 'whole' && given.length === 0,
  );
  if (entries.length === 0) return candidates;
  return candidates.filter(
    (c) =>
      c.form.kind === 'whole' ||
      c.given.length > 0 ||
      !entries.some((e) => e.person.see === c.person.id && e.first === c.first && e.last === c.last),
  );
}
