/** Editors link all numbers of a list (`Documents 7 and 8`) or none: a list that weights would link in part is made whole. */

import { sigmoid } from '../../model.js';
import { overlap, type TextRange } from '../../text-range.js';
import type { Candidate } from './candidates.js';
import type { Locator } from './grammar.js';

export interface Scored {
  readonly candidate: Candidate;
  readonly p: number;
}

/** Beyond these, probabilities tell no more. */
const [LEAST, MOST] = [0.001, 0.999];

function logOdds(p: number): number {
  const q = Math.min(MOST, Math.max(LEAST, p));
  return Math.log(q / (1 - q));
}

/** Links with the list of one locator linked whole or not at all. */
function wholeList(chosen: readonly Scored[], ranked: readonly Scored[], { numbers }: Locator): readonly Scored[] {
  const isLinked = (number: TextRange): boolean => chosen.some(({ candidate }) => overlap(candidate, number));
  const left = numbers.filter((number) => !isLinked(number));
  if (left.length === 0 || left.length === numbers.length) return chosen;
  const free = ranked.filter(({ candidate }) => !chosen.some((other) => overlap(other.candidate, candidate)));
  const more = left.map((number) => free.find(({ candidate }) => overlap(candidate, number)));
  const found = more.filter((one) => one !== undefined);
  const own = chosen.filter(({ candidate }) => numbers.some((number) => overlap(candidate, number)));
  const odds = [...own, ...found].map(({ p }) => logOdds(p));
  const mean = odds.reduce((a, b) => a + b, 0) / odds.length;
  const isWhole = found.length === left.length;
  // What holds a volume as well is worth its link in any case.
  if (!isWhole || mean < 0) return own.some(isOfVolume) ? chosen : chosen.filter((one) => !own.includes(one));
  return chosen.concat(found.map(({ candidate, p }) => ({ candidate, p: Math.max(p, sigmoid(mean)) })));
}

const isOfVolume = ({ candidate }: Scored): boolean => candidate.kind.startsWith('volume');

/** Links with the last page of a range of the volume's own (`ante, pp. 14–16`) linked as its first is. */
function rangeEnd(chosen: readonly Scored[], ranked: readonly Scored[], { numbers }: Locator): readonly Scored[] {
  const [first, last] = numbers;
  if (!first || last?.joint !== '–') return chosen;
  const linked = chosen.find(({ candidate }) => overlap(candidate, first));
  if (!linked?.candidate.target.startsWith('#') || chosen.some(({ candidate }) => overlap(candidate, last)))
    return chosen;
  const end = ranked.find(({ candidate }) => overlap(candidate, last) && !overlap(candidate, linked.candidate));
  return end ? [...chosen, { candidate: end.candidate, p: Math.max(end.p, linked.p) }] : chosen;
}

/** Pages are linked each for itself, save where a range ends, and of notes from one to another (`footnotes 2–4, Document 9`) mostly the last alone. */
const isList = ({ of, numbers }: Locator): boolean =>
  of === 'document' || (of === 'footnote' && !numbers.some(({ joint }) => joint === '–'));

/** `taken` with each list of documents or notes, and each range of pages, whole. `ranked`: all candidates, best first. */
export function wholeLists(
  taken: readonly Scored[],
  ranked: readonly Scored[],
  locators: readonly Locator[],
): Scored[] {
  let chosen = taken;
  for (const locator of locators) {
    if (isList(locator)) chosen = wholeList(chosen, ranked, locator);
    else if (locator.of === 'page') chosen = rangeEnd(chosen, ranked, locator);
  }
  return [...chosen];
}
