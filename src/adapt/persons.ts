/** Decisions about persons: which reading of a name is meant. */

import { NONE, UNLISTED } from '../decisions/decision.js';
import { HashedWeights } from '../features/weights.js';
import { loadModel } from '../model.js';
import { clustersOf } from '../resolve/persons/candidates.js';
import { documentContext } from '../resolve/persons/context.js';
import type { PersonModel } from '../resolve/persons/decide.js';
import { volumeEvidence, withoutOwn } from '../resolve/persons/evidence.js';
import { emitFeatures } from '../resolve/persons/features.js';
import { noHistory, pass } from '../resolve/persons/history.js';
import { personLists } from '../resolve/persons/lists.js';
import { emitOwn } from '../resolve/persons/own.js';
import { seriesOfDocument } from '../resolve/profile.js';
import { regionsOf } from '../resolve/regions.js';
import { tokensOf } from '../resolve/tokens.js';
import { overlap } from '../text-range.js';
import type { Choice } from './fit.js';
import { type Choices, decisionsOn, gatherer, type Lesson } from './lesson.js';

export function personChoices(lesson: Lesson): Choices {
  const { document, authority, memory } = lesson;
  if (!authority || authority.persons.length === 0) return {};
  const weights = new HashedWeights(loadModel<PersonModel>('persons').weights);
  const lists = personLists(authority);
  const tokens = tokensOf(document.source.text, regionsOf(document));
  const clusters = clustersOf(tokens, lists.index);
  const context = documentContext(tokens, clusters);
  const evidence = memory && volumeEvidence(memory);
  const history = noHistory();
  const input = {
    tokens,
    document: context,
    facts: (c: Parameters<typeof pass>[1]['candidates'][number]) => lists.facts.get(c.person.id)!,
    evidence: evidence && withoutOwn(evidence, context),
    history,
    series: seriesOfDocument(document),
  };
  const decisions = decisionsOn('person', lesson);
  const { emit, emitOwn: emitMine, begin, take } = gatherer((hash) => weights.ofHash(hash));
  const choices: Choice[] = [];
  for (const cluster of clusters) {
    emitFeatures(cluster, input, begin, emit);
    emitOwn(cluster, tokens, begin, emitMine);
    pass(history, cluster, tokens);
    const { candidates } = cluster;
    const place = { start: tokens[cluster.first]!.start, end: tokens[cluster.last]!.end };
    const over = decisions.filter((one) => overlap(one, place));
    const told = over.find(({ choice }) => choice !== NONE) ?? over[0];
    const special = { [NONE]: candidates.length, [UNLISTED]: candidates.length + 1 }[told?.choice ?? ''];
    const right = special ?? candidates.findIndex(({ person }) => `#${person.id}` === told?.choice);
    const choice = take(told && right >= 0 ? right : undefined);
    // A person whom no reading names: nothing is learned of it, nor that it stay as it was.
    if (!told || right >= 0) choices.push(choice);
  }
  return { weights: choices };
}
