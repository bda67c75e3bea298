/** Decisions about terms: which term of the list is meant, or none. */

import { NONE } from '../decisions/decision.js';
import { type Emit, literal } from '../features/hashed.js';
import { HashedWeights } from '../features/weights.js';
import { loadModel } from '../model.js';
import { seriesOfDocument } from '../resolve/profile.js';
import { regionsOf } from '../resolve/regions.js';
import { termClusters } from '../resolve/terms/candidates.js';
import { emitCandidate, emitNone, handOf, longestOf, termSpan, Uses } from '../resolve/terms/features.js';
import { termIndex } from '../resolve/terms/forms.js';
import type { TermModel } from '../resolve/terms/index.js';
import { tokensOf } from '../resolve/tokens.js';
import { overlap } from '../text-range.js';
import type { Choice } from './fit.js';
import { type Choices, decisionsOn, gatherer, type Lesson } from './lesson.js';

export function termChoices(lesson: Lesson): Choices {
  const { document, authority } = lesson;
  if (!authority || authority.terms.length === 0) return {};
  const weights = new HashedWeights(loadModel<TermModel>('terms').weights);
  const { text } = document.source;
  const tokens = tokensOf(text, regionsOf(document));
  const setting = { tokens, text, series: literal(seriesOfDocument(document)), hand: handOf(authority) };
  const uses = new Uses();
  const decisions = decisionsOn('term', lesson);
  const { emit, emitOwn, begin, take } = gatherer((hash) => weights.ofHash(hash));
  const choices: Choice[] = [];
  for (const cluster of termClusters(tokens, termIndex(authority.terms))) {
    const { candidates } = cluster;
    const longest = longestOf(cluster);
    candidates.forEach((candidate, i) => {
      begin(i);
      const { name } = candidate.facts;
      // What speaks of this form alone.
      const emitOf: Emit = (...parts) => (parts.includes(name) ? emitOwn : emit)(...parts);
      emitCandidate(cluster, i, uses.of(candidate), longest, setting, emitOf);
    });
    begin(candidates.length);
    emitNone(cluster, emit);
    uses.add(cluster);
    const spans = candidates.map((candidate) => termSpan(tokens, candidate, text));
    const over = decisions.filter((one) => spans.some((span) => overlap(one, span)));
    const told = over.find(({ choice }) => choice !== NONE) ?? over[0];
    const right =
      told?.choice === NONE
        ? candidates.length
        : spans.findIndex(
            ({ start, end }, i) =>
              told?.start === start && told.end === end && told.choice === `#${candidates[i]!.term.id}`,
          );
    const choice = take(told && right >= 0 ? right : undefined);
    if (!told || right >= 0) choices.push(choice);
  }
  return { weights: choices };
}
