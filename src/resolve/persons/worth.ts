/**
 * How sure a link is, given the model's score and where it stands. Editions leave one name in a hundred untagged in some
 * sub-series and one in ten in others, which no score of a single name shows; so the probability that is stated is the
 * score's, on a bent line (Platt 1999), moved by what sub-series, place and form are known for.
 */

import { sigmoid, weightMap } from '../../model.js';
import type { Token } from '../tokens.js';
import type { Candidate, Cluster } from './candidates.js';
import type { FeatureInput } from './shared.js';

export interface Worth {
  /** log-odds = bias + slope·z + bend·max(0, z − 3) + the sum of the habits, z being the log-odds of the score. */
  readonly bias: number;
  readonly slope: number;
  readonly bend: number;
  readonly habits: Readonly<Record<string, number>>;
}

const BEND = 3;
const TOP = 1 - 1e-4;

/** The inputs of the line for a score: z and what is beyond the bend. */
export function linePoint(p: number): readonly [z: number, beyond: number] {
  const bounded = Math.min(TOP, Math.max(1 - TOP, p));
  const z = Math.log(bounded / (1 - bounded));
  return [z, Math.max(0, z - BEND)];
}

/** The habits that bear on a reading: of the sub-series, the kind of block, the form of the name, and of these together. */
export function habitsOf(candidate: Candidate, { candidates }: Cluster, input: FeatureInput): string[] {
  const { tokens, document, history, series } = input;
  const { core, form, given, person } = candidate;
  const block = document.isSource(core) ? 'source' : (tokens[core] as Token).region;
  const before = Math.min(3, history.mentions.get(person.id) ?? 0);
  return [
    series,
    block,
    `${series}|${block}`,
    `${form.kind}${given.length > 0 ? '+' : ''}`,
    `${series}|${form.kind}`,
    `rivals=${Math.min(3, candidates.length)}`,
    `before=${before}`,
  ];
}

/**
 * What is surest is stated a shade lower than it was learned to be: a volume that was never seen may have habits that no volume of the
 * corpus has. By log-odds, in full one above the beginning.
 */
const [SURE, CAUTION] = [3, 0.15];

/** The probability that an edition has the link. */
export function statedOf({ bias, slope, bend, habits }: Worth, p: number, present: readonly string[]): number {
  const [z, beyond] = linePoint(p);
  const known = weightMap(habits);
  let score = bias + slope * z + bend * beyond;
  for (const habit of present) score += known.get(habit) ?? 0;
  return sigmoid(score - CAUTION * Math.min(1, Math.max(0, score - SURE)));
}
