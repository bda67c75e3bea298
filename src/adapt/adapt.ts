/** Folds what reviewers decided about a folder of texts into the models. */

import { prepare } from '../batch/convert-task.js';
import { authorityOf } from '../batch/perform.js';
import type { DocumentTask, ListsOf } from '../batch/task.js';
import { documentFacts } from '../convert.js';
import { type DecisionKind, standing } from '../decisions/decision.js';
import { DEFAULT_DOUBT } from '../diagnostic.js';
import { remember } from '../memory.js';
import { loadModel } from '../model.js';
import { resolve } from '../resolve/index.js';
import type { Document } from '../tree.js';
import { VERSION } from '../version.js';
import { adjustments, type Choice, type Key } from './fit.js';
import type { Lesson } from './lesson.js';
import { ADAPTABLE, type ModelFile } from './models.js';

/** What a moved model was learned from. */
export interface Adapted {
  readonly teigram: string;
  readonly documents: number;
  /** Decisions that were learned from, and how many of them the models would have had otherwise. */
  readonly decisions: number;
  readonly corrections: number;
}

export interface AdaptedModels {
  /** The models that have moved, by name. */
  readonly models: ReadonlyMap<string, ModelFile & { readonly adapted: Adapted }>;
  readonly kinds: readonly (Adapted & { readonly kind: DecisionKind })[];
  /** Decisions of kinds that no model learns from, and those whose words are gone or that no model could have made. */
  readonly left: number;
  /** Files that could not be read, in words. */
  readonly problems: readonly string[];
}

/** Gathered for one set of weights. */
interface Gathered {
  readonly choices: Choice[];
  documents: number;
}

const best = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores));

/** Learn from the decisions beside the texts of groups, each a volume: its documents are evidence for each other, its lists hold for them. */
export async function adapt(groups: readonly (readonly DocumentTask[])[], listsOf: ListsOf): Promise<AdaptedModels> {
  const gathered = ADAPTABLE.map(() => new Map<string, Gathered>());
  const documents = ADAPTABLE.map(() => 0);
  const problems: string[] = [];
  let told = 0;
  const options = { decided: true };
  for (const tasks of groups) {
    const lists = listsOf(tasks[0]?.volume);
    const known = lists && { authority: authorityOf(lists) };
    const read: { document: Document; lesson: Pick<Lesson, 'decisions'> }[] = [];
    const facts = [];
    for (const task of tasks) {
      const prepared = await prepare(task, options);
      if ('cause' in prepared) {
        problems.push(prepared.message);
        continue;
      }
      const { document, decisions, decoded } = prepared;
      for (const { code, message } of decoded.diagnostics) if (code === 'decisions-unreadable') problems.push(message);
      facts.push(documentFacts(document, known ?? {}));
      told += decisions.filter(({ kind, withdrawn }) => kind !== 'document' && !withdrawn).length;
      const { placed } = standing(document.source.text, decisions);
      if (placed.length > 0) read.push({ document, lesson: { decisions: placed } });
    }
    const memory = tasks.length > 1 ? { memory: remember(facts) } : {};
    for (const { document, lesson } of read) {
      const resolved = resolve(document, { doubt: DEFAULT_DOUBT, ...lesson, ...known, ...memory });
      const whole: Lesson = { read: document, document: resolved, ...lesson, ...known, ...memory };
      ADAPTABLE.forEach(({ choices }, i) => {
        let some = false;
        for (const [name, made] of Object.entries(choices(whole))) {
          const all = gathered[i]!.get(name) ?? { choices: [], documents: 0 };
          gathered[i]!.set(name, all);
          all.choices.push(...made);
          some ||= made.some(({ decided }) => decided !== undefined);
        }
        if (some) documents[i]!++;
      });
    }
  }
  const models = new Map<string, ModelFile & { readonly adapted: Adapted }>();
  const kinds: (Adapted & { kind: DecisionKind })[] = [];
  let learnedFrom = 0;
  ADAPTABLE.forEach(({ kind, name, moved }, i) => {
    // The first weights tell the decisions; others are about the extents of the same.
    const [first] = [...gathered[i]!.values()];
    const decided = first?.choices.filter((choice) => choice.decided !== undefined) ?? [];
    if (decided.length === 0) return;
    const learned: Record<string, ReadonlyMap<Key, number>> = {};
    for (const [weights, { choices }] of gathered[i]!) learned[weights] = adjustments(choices);
    const corrections = decided.filter(({ scores, decided: right }) => best(scores) !== right).length;
    const adapted = { teigram: VERSION, documents: documents[i]!, decisions: decided.length, corrections };
    learnedFrom += decided.length;
    kinds.push({ kind, ...adapted });
    const { trainedOn, ...rest } = moved(loadModel<ModelFile>(name), learned);
    models.set(name, { trainedOn, adapted, ...rest });
  });
  return { models, kinds, left: Math.max(0, told - learnedFrom), problems };
}
