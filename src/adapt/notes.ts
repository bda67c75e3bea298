/** Decisions about notes: which of its places a note hangs on, the other notes being where they are. */

import { HashedWeights } from '../features/weights.js';
import { factsOf, telegramsBeside } from '../memory.js';
import { loadModel } from '../model.js';
import { type AnchorModel, lattice } from '../resolve/notes/anchors.js';
import { describe } from '../resolve/notes/features.js';
import { noteText, stretches } from '../resolve/notes/place.js';
import type { Choice } from './fit.js';
import { type Choices, gatherer, type Lesson, noteDecisions } from './lesson.js';

/** Knows the weight of a note's being missing, which stands apart from the weights of features. */
export const MISSING = 'missing';

export function noteChoices(lesson: Lesson): Choices {
  const { document, memory } = lesson;
  const model = loadModel<AnchorModel>('notes');
  const weights = new HashedWeights(model.weights);
  const { source, notes, placements } = document;
  const decisions = noteDecisions(lesson);
  const words = notes.map((note) => noteText(source, note));
  const where = stretches(lesson.read.blocks);
  const telegrams = memory && telegramsBeside(memory, factsOf(document));
  const { emit, begin, take } = gatherer((hash) => weights.ofHash(hash));
  const choices: Choice[] = [];
  for (const [i, { n, text }] of words.entries()) {
    const told = decisions.find(({ note }) => note.n === n && text.startsWith(note.opening.slice(0, 20)));
    const others = placements.flatMap(({ note, start, end, decision }) =>
      note === i ? [] : [[note, { place: decision.state === 'missing' ? undefined : { start, end } }] as const],
    );
    const net = lattice(source.text, where, words, undefined, telegrams, new Map(others));
    let right = -1;
    let options = 0;
    for (const place of net.places) {
      // One of marks in a row is good together with its neighbours only.
      if (place.ties !== 0) continue;
      begin(options);
      describe(net.set, i, place, emit);
      if (told?.choice === 'here' && told.start === place.start && told.end === place.end) right = options;
      options++;
    }
    if (told?.choice === 'nowhere') right = options;
    if (options === 0 || (told && right < 0)) {
      take(undefined);
      continue;
    }
    const { options: places, scores } = take(undefined);
    choices.push({
      options: [...places, [MISSING]],
      scores: [...scores, model.missing],
      decided: told ? right : undefined,
    });
  }
  return { weights: choices };
}
