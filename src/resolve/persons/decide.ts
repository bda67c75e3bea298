/** From clusters of readings to decisions: who is named, with how much certainty. */

import type { Person } from '../../authority/types.js';
import type { Emit } from '../../features/hashed.js';
import { HashedWeights, type Weights } from '../../features/weights.js';
import { madeOnce } from '../../made-once.js';
import { loadModel, type Provenance } from '../../model.js';
import { packed } from '../../packed.js';
import type { TextRange } from '../../text-range.js';
import { softmax } from '../choice.js';
import { isBefore1969, type Series } from '../profile.js';
import type { Token } from '../tokens.js';
import { type Candidate, clustersOf } from './candidates.js';
import { documentContext } from './context.js';
import { type VolumeEvidence, withoutOwn } from './evidence.js';
import { emitFeatures } from './features.js';
import { noHistory, pass } from './history.js';
import type { PersonLists } from './lists.js';
import { leaveOpen, linkShared } from './namesakes.js';
import { emitOwn } from './own.js';
import { raise, settled } from './settled.js';
import { habitsOf, statedOf, type Worth } from './worth.js';

/** `src/models/persons.json`. */
export interface PersonModel {
  readonly trainedOn: Provenance;
  readonly weights: Weights;
  /** From the score of a link to the probability that is stated. */
  readonly worth: Worth;
  /** It knows an archive's own habits (own.ts). */
  readonly own?: true;
}

/** A stretch that probably names a person of the list. */
export interface PersonFound {
  readonly start: number;
  readonly end: number;
  /** Readings by probability, best first. */
  readonly readings: readonly {
    readonly person: Person;
    readonly start: number;
    readonly end: number;
    readonly p: number;
  }[];
  /** The probability that an edition links the best reading: lower than that it is right, as editors leave names out. */
  readonly linked: number;
  /** The probability that it tags the name at all. */
  readonly named: number;
  /** The probability that it tags the name, and links nobody. */
  readonly open: number;
  /** The best reading shares no more than a forename with the list. */
  readonly byForename: boolean;
  /** It stands in the name of papers or their place: `Eisenhower Library`. */
  readonly ofArchive: boolean;
}

/**
 * From this score on a link gains more than it loses in F1 against an edition, which leaves some names untagged: about half of the F1
 * that can be had (Lipton, Elkan and Naryanaswamy 2014), found by trying.
 */
export const LINKED = 0.45;

/** From this sub-series on editions link family names that several bear. */
const LINKED_FREELY: Series = '1977-92';

/**
 * Whether a volume links family names that several bear, as those of 1977 and after do, and those before 1969 whose lists have no white space:
 * of 1,977 such names in the two of these, 1,822 are linked.
 */
const linksFreely = (series: string, tight: boolean): boolean =>
  series === LINKED_FREELY || (tight && isBefore1969(series));

const weightsOf = madeOnce((model: PersonModel) => new HashedWeights(model.weights));

/** Where a reading begins and ends in the source; the full stop of `Jr.` belongs to it. */
function spanOf({ first, last }: Candidate, tokens: readonly Token[], text: string): TextRange {
  const { end, text: word } = tokens[last]!;
  const stop = text[end] === '.' && /^[JS]r$/i.test(word) ? 1 : 0;
  return { start: tokens[first]!.start, end: end + stop };
}

const PAPERS = new Set(['library', 'papers']);

/** Whether papers or their place are called by a name: `Eisenhower Library`. */
function isArchive(tokens: readonly Token[], { last }: Candidate): boolean {
  const next = tokens[last + 1];
  return next !== undefined && next.gap === 'space' && next.shape === 'c' && PAPERS.has(next.fold);
}

/** Every place where somebody of the list may be named, in order of the text, with the probability of each reading. */
export function decidePersons(
  text: string,
  tokens: readonly Token[],
  lists: PersonLists,
  series: string,
  evidence?: VolumeEvidence,
  model: PersonModel = loadModel<PersonModel>('persons'),
): PersonFound[] {
  const clusters = clustersOf(tokens, lists.index);
  const document = documentContext(tokens, clusters);
  const others = evidence && withoutOwn(evidence, document);
  const history = noHistory();
  const facts = (c: Candidate) => lists.facts.get(c.person.id)!;
  const input = { tokens, document, facts, evidence: others, history, series };
  const weights = weightsOf(model);
  const linksShared = linksFreely(series, lists.tight);
  let scores: number[] = [];
  let option = 0;
  const begin = (i: number): void => {
    option = i;
    scores[i] ??= 0;
  };
  const emit: Emit = (a, b, c, d) => {
    scores[option]! += weights.of(a, b, c, d);
  };
  return packed(clusters, (cluster) => {
    scores = [];
    emitFeatures(cluster, input, begin, emit);
    if (model.own) emitOwn(cluster, tokens, begin, emit);
    const p = softmax(scores);
    const count = cluster.candidates.length;
    let best = 0;
    for (let i = 1; i < count; i++) if (p[i]! > p[best]!) best = i;
    // What a reviewer's decisions taught outweighs an office.
    const isTaught = model.own === true && p[best]! >= LINKED;
    const known = settled(cluster.candidates, { tokens, text, month: document.month, ...(!isTaught && { scores: p }) });
    const least = known?.p ?? 0;
    if (known) {
      best = known.candidate;
      raise(p, best, least);
    } else if (!isTaught) {
      const isFree = linksShared && !isArchive(tokens, cluster.candidates[best]!);
      if (isFree) best = linkShared(p, cluster.candidates, best, (c) => facts(c).rank);
      else leaveOpen(p, cluster.candidates, best);
    }
    const linked = p[best]!;
    // What links are worth tells nothing of names that are left without one.
    const habits = linked >= LINKED && habitsOf(cluster.candidates[best]!, cluster, input);
    const sure = Math.max(habits ? statedOf(model.worth, linked, habits) : linked, least);
    pass(history, cluster, tokens);
    // What is left is the others', in proportion to their scores, and never more than the best has.
    const left = Math.min(1, (1 - sure) / (1 - linked || 1));
    const scored = packed(cluster.candidates, (candidate, i) =>
      i === best ? { candidate, score: 1, p: sure } : { candidate, score: p[i]!, p: Math.min(sure, p[i]! * left) },
    ).sort((a, b) => b.score - a.score);
    const readings = packed(scored, (one) => {
      const { start, end } = spanOf(one.candidate, tokens, text);
      return { person: one.candidate.person, start, end, p: one.p };
    });
    const { start, end } = spanOf(cluster.candidates[best]!, tokens, text);
    const byForename = cluster.candidates[best]!.form.kind === 'given';
    const ofArchive = isArchive(tokens, cluster.candidates[best]!);
    return { start, end, readings, linked, named: 1 - p[count]!, open: p[count + 1]! * left, byForename, ofArchive };
  });
}
