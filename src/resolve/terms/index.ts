/** The pass that marks the terms and abbreviations of a volume's list. */

import type { Authority } from '../../authority/types.js';
import type { Diagnostic } from '../../diagnostic.js';
import { loadModel, type Provenance } from '../../model.js';
import type { Document, Mark } from '../../tree.js';
import { calibrate, type Knot, probabilities, type Weights } from '../choice.js';
import { type Region, regionsOf } from '../regions.js';
import { tokensOf } from '../tokens.js';
import { termClusters } from './candidates.js';
import { termFeatures, termSpan } from './features.js';
import { type TermTrie, termTrie } from './forms.js';

/** `src/models/terms.json`. */
export interface TermModel {
  readonly trainedOn: Provenance;
  readonly weights: Readonly<Record<string, number>>;
  readonly calibration: readonly Knot[];
}

const tries = new WeakMap<Authority, TermTrie>();
const prepared = new WeakMap<TermModel, Weights>();

function cached<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** As for persons: what gains in F1 against an edition that leaves some uses untagged. */
const THRESHOLD = 0.7;

/** Marks of the terms of a list that a text uses: `gloss[@target]`; a plural s is outside. */
export function findTerms(
  text: string,
  regions: readonly Region[],
  authority: Authority,
  model: TermModel = loadModel<TermModel>('terms'),
  threshold = THRESHOLD,
): Mark[] {
  const root = cached(tries, authority, () => termTrie(authority.terms));
  const weights = cached(prepared, model, () => new Map(Object.entries(model.weights)) as Weights);
  const tokens = tokensOf(text, regions);
  const marks: Mark[] = [];
  for (const cluster of termClusters(tokens, root)) {
    const p = probabilities(termFeatures(cluster, tokens, text), weights).map((q) => calibrate(model.calibration, q));
    const ranked = cluster.candidates.map((candidate, i) => ({ candidate, p: p[i]! })).sort((a, b) => b.p - a.p);
    const [best, ...others] = ranked;
    if (!best || best.p < threshold) continue;
    const alternatives = others.filter((o) => o.p >= 0.01).map((o) => ({ choice: `#${o.candidate.term.id}`, p: o.p }));
    const target = `#${best.candidate.term.id}`;
    marks.push({
      type: 'gloss',
      ...termSpan(tokens, best.candidate),
      attributes: { target },
      decision: { state: 'found', p: best.p, alternatives },
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

/** Mark the terms of the list, where there is one. Doubtful are those with less than even odds against another term. */
export function terms(
  document: Document,
  options: { readonly authority?: Authority; readonly doubt: number },
): Document {
  const { authority } = options;
  if (!authority || authority.terms.length === 0) return document;
  const { text } = document.source;
  const found = findTerms(text, regionsOf(document), authority);
  const reports = found
    .filter((m) => m.decision!.p < options.doubt && m.decision!.alternatives.length > 0)
    .map((m) => report(m, text));
  return { ...document, marks: [...document.marks, ...found], diagnostics: [...document.diagnostics, ...reports] };
}
