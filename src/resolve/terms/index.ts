/** The pass that marks the terms and abbreviations of a volume's list. */

import type { Authority } from '../../authority/types.js';
import type { Diagnostic } from '../../diagnostic.js';
import { type Emit, literal } from '../../features/hashed.js';
import { HashedWeights, type Weights } from '../../features/weights.js';
import { madeOnce } from '../../made-once.js';
import { loadModel, type Provenance } from '../../model.js';
import type { Document, Mark } from '../../tree.js';
import { calibrate, type Knot, softmax } from '../choice.js';
import { seriesOfDocument } from '../profile.js';
import { type Region, regionsOf } from '../regions.js';
import { tokensOf } from '../tokens.js';
import { byAlias, GIVEN_BY_LIST } from './alias.js';
import { type TermCluster, termClusters } from './candidates.js';
import { emitCandidate, emitNone, handOf, longestOf, type TermSetting, termSpan, Uses } from './features.js';
import { termIndex } from './forms.js';

/** `src/models/terms.json`. */
export interface TermModel {
  readonly trainedOn: Provenance;
  readonly weights: Weights;
  /** Probability by the weights → share that the edition tags so. */
  readonly calibration: readonly Knot[];
  /** A term is marked from this calibrated probability on: what gains most F1 on volumes that the weights had not seen. */
  readonly threshold: number;
}

const indexOf = madeOnce(({ terms }: Authority) => termIndex(terms));
const weightsOf = madeOnce((model: TermModel) => new HashedWeights(model.weights));

/** The calibrated probability of each candidate of a cluster. */
function decide(
  cluster: TermCluster,
  uses: Uses,
  setting: TermSetting,
  weights: HashedWeights,
  calibration: readonly Knot[],
): number[] {
  let sum = 0;
  const emit: Emit = (a, b, c, d) => {
    sum += weights.of(a, b, c, d);
  };
  const longest = longestOf(cluster);
  const scores: number[] = [];
  for (const [i, candidate] of cluster.candidates.entries()) {
    sum = 0;
    emitCandidate(cluster, i, uses.of(candidate), longest, setting, emit);
    scores.push(sum);
  }
  sum = 0;
  emitNone(cluster, emit);
  scores.push(sum);
  const p = softmax(scores);
  p.pop();
  for (let i = 0; i < p.length; i++) p[i] = calibrate(calibration, p[i]!);
  return p;
}

/** Marks of the terms of a list that a text uses: `gloss[@target]`; a plural s is outside. `series`: the sub-series (`profile.ts`). */
export function findTerms(
  text: string,
  regions: readonly Region[],
  authority: Authority,
  series = 'unknown',
  model: TermModel = loadModel<TermModel>('terms'),
  threshold = model.threshold,
): Mark[] {
  const index = indexOf(authority);
  const weights = weightsOf(model);
  const tokens = tokensOf(text, regions);
  const setting = { tokens, text, series: literal(series), hand: handOf(authority) };
  const uses = new Uses();
  const marks: Mark[] = [];
  for (const cluster of termClusters(tokens, index)) {
    const { candidates } = cluster;
    const p = decide(cluster, uses, setting, weights, model.calibration);
    uses.add(cluster);
    let best = 0;
    for (let i = 1; i < p.length; i++) if (p[i]! > p[best]!) best = i;
    const given = byAlias(candidates, (candidate) => termSpan(tokens, candidate, text), text);
    if (given) {
      best = given.candidate;
      p[best] = Math.max(p[best]!, GIVEN_BY_LIST);
    }
    if (p[best]! < threshold) continue;
    const alternatives = candidates
      .map(({ term }, i) => ({ choice: `#${term.id}`, p: p[i]! }))
      .filter((a, i) => i !== best && a.p >= 0.01)
      .sort((a, b) => b.p - a.p);
    const target = `#${candidates[best]!.term.id}`;
    marks.push({
      type: 'gloss',
      ...(given?.span ?? termSpan(tokens, candidates[best]!, text)),
      attributes: { target },
      decision: { state: 'found', p: p[best]!, alternatives },
    });
  }
  return marks;
}

function report(mark: Mark, text: string): Diagnostic {
  const { p, alternatives } = mark.decision!;
  return {
    code: 'term-doubtful',
    severity: 'info',
    message: `“${text.slice(mark.start, mark.end)}” may not be the term ${mark.attributes.target}`,
    start: mark.start,
    end: mark.end,
    p,
    alternatives,
  };
}

/** Whether a term of one letter stands in a name: the `U` of `U Thant`. */
const isLetterOfName = ({ start, end }: Mark, marks: readonly Mark[]): boolean =>
  end - start === 1 && marks.some((name) => name.type === 'persName' && name.start <= start && name.end > end);

/** Mark the terms of the list, where there is one. Doubtful are those with less than even odds against another term. */
export function terms(
  document: Document,
  options: { readonly authority?: Authority; readonly doubt: number },
): Document {
  const { authority } = options;
  if (!authority || authority.terms.length === 0) return document;
  const { text } = document.source;
  const found = findTerms(text, regionsOf(document), authority, seriesOfDocument(document)).filter(
    (mark) => !isLetterOfName(mark, document.marks),
  );
  const reports = found
    .filter((m) => m.decision!.p < options.doubt && m.decision!.alternatives.length > 0)
    .map((m) => report(m, text));
  return { ...document, marks: [...document.marks, ...found], diagnostics: [...document.diagnostics, ...reports] };
}
