/** Decisions about emphasis: whether a stretch is in italics, and how far it reaches. */

import { NONE } from '../decisions/decision.js';
import { loadModel } from '../model.js';
import { extentFeatures, whetherFeatures } from '../resolve/emphasis/candidate.js';
import { candidates } from '../resolve/emphasis/candidates.js';
import { type EmphasisModel, prepare } from '../resolve/emphasis/decide.js';
import { habitOfDocument } from '../resolve/emphasis/index.js';
import { shipsAt } from '../resolve/emphasis/ships.js';
import { regionsOf } from '../resolve/regions.js';
import { overlap } from '../text-range.js';
import type { Choice } from './fit.js';
import { type Choices, decisionsOn, gatherer, type Lesson } from './lesson.js';

export function emphasisChoices(lesson: Lesson): Choices {
  const { document } = lesson;
  const { lexicon, whether, extent } = prepare(loadModel<EmphasisModel>('emphasis'));
  const regions = regionsOf(document);
  const habit = habitOfDocument(document, regions, lesson);
  const ships = shipsAt(regions, lesson.memory, lesson.authority?.persons);
  const decisions = decisionsOn('emphasis', lesson);
  const italic = gatherer((hash) => whether.ofHash(hash));
  const reach = gatherer((hash) => extent.ofHash(hash));
  const weights: Choice[] = [];
  const variants: Choice[] = [];
  for (const region of regions) {
    for (const candidate of candidates(region, habit.series, lexicon, ships)) {
      const spans = candidate.variants.map(({ start, end }) => ({
        start: region.start + start,
        end: region.start + end,
      }));
      const over = decisions.filter((one) => spans.some((span) => overlap(one, span)));
      const told = over.find(({ choice }) => choice !== NONE) ?? over[0];
      const at = spans.findIndex(({ start, end }) => told?.start === start && told.end === end);
      // Emphasis over other words than any extent says nothing of this candidate.
      if (told && told.choice !== NONE && at < 0) continue;
      italic.begin(0);
      whetherFeatures(candidate, habit, italic.emit);
      italic.begin(1);
      weights.push(italic.take(told && (told.choice === NONE ? 1 : 0)));
      if (spans.length === 1 || told?.choice === NONE) continue;
      candidate.variants.forEach((variant, i) => {
        reach.begin(i);
        extentFeatures(candidate, habit, variant, reach.emit);
      });
      variants.push(reach.take(told && at));
    }
  }
  return { weights, variants };
}
