/** Decisions about references: whether a possible link of a citation is one. */

import { NONE } from '../decisions/decision.js';
import { loadModel } from '../model.js';
import { type ReferenceModel, referenceCandidates, referenceContext } from '../resolve/references/index.js';
import { regionsOf } from '../resolve/regions.js';
import { overlap } from '../text-range.js';
import type { Choice } from './fit.js';
import { type Choices, decisionsOn, type Lesson } from './lesson.js';

export function referenceChoices(lesson: Lesson): Choices {
  const { document, memory } = lesson;
  const { weights } = loadModel<ReferenceModel>('references');
  const decisions = decisionsOn('reference', lesson);
  const choices: Choice[] = [];
  for (const { region, group } of referenceCandidates(regionsOf(document), referenceContext(document, memory))) {
    for (const { start, end, target, features } of group) {
      const place = { start: region.start + start, end: region.start + end };
      const over = decisions.filter((one) => overlap(one, place));
      const same = over.find((one) => one.start === place.start && one.end === place.end);
      // Another stretch of the citation was decided about: of this one nothing is known.
      if (over.length > 0 && !same && over.some(({ choice }) => choice !== NONE)) continue;
      const told = same ?? over[0];
      const decided = told && (told.choice === target ? 0 : 1);
      const score = features.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
      choices.push({ options: [features, []], scores: [score, 0], decided });
    }
  }
  return { weights: choices };
}
