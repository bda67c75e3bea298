/** The models that decisions can move: how choices are gathered for each, and what is made of what was learned. */

import { addToWeights, type Weights } from '../features/weights.js';
import { emphasisChoices } from './emphasis.js';
import type { Key } from './fit.js';
import type { Choices, Lesson } from './lesson.js';
import { MISSING, noteChoices } from './notes.js';
import { personChoices } from './persons.js';
import { referenceChoices } from './references.js';
import { termChoices } from './terms.js';

export type ModelFile = Readonly<Record<string, unknown>>;
type Learned = ReadonlyMap<Key, number>;

interface Adaptable {
  readonly kind: 'person' | 'term' | 'reference' | 'emphasis' | 'note';
  /** `<name>.json`. */
  readonly name: string;
  readonly choices: (lesson: Lesson) => Choices;
  /** The model, moved by what was learned for each of its weights. */
  readonly moved: (model: ModelFile, learned: Readonly<Record<string, Learned>>) => ModelFile;
}

const hashed = (learned: Learned | undefined): Map<number, number> =>
  new Map([...(learned ?? [])].filter((entry): entry is [number, number] => typeof entry[0] === 'number'));

const packed = (model: ModelFile, name: string, learned: Readonly<Record<string, Learned>>): ModelFile => ({
  ...model,
  [name]: addToWeights(model[name] as Weights, hashed(learned[name])),
});

/** Weights by name, sorted. */
function named(weights: Readonly<Record<string, number>>, learned: Learned | undefined): Record<string, number> {
  const sums = new Map(Object.entries(weights));
  for (const [name, more] of learned ?? []) sums.set(String(name), (sums.get(String(name)) ?? 0) + more);
  const rounded = [...sums]
    .map(([name, sum]) => [name, Number(sum.toFixed(3))] as const)
    .filter(([, sum]) => sum !== 0);
  return Object.fromEntries(rounded.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const ADAPTABLE: readonly Adaptable[] = [
  {
    kind: 'person',
    name: 'persons',
    choices: personChoices,
    moved: (model, learned) => ({ ...packed(model, 'weights', learned), own: true }),
  },
  { kind: 'term', name: 'terms', choices: termChoices, moved: (model, learned) => packed(model, 'weights', learned) },
  {
    kind: 'reference',
    name: 'references',
    choices: referenceChoices,
    moved: (model, learned) => ({
      ...model,
      weights: named(model.weights as Record<string, number>, learned.weights),
    }),
  },
  {
    kind: 'emphasis',
    name: 'emphasis',
    choices: emphasisChoices,
    moved: (model, learned) => packed(packed(model, 'weights', learned), 'variants', learned),
  },
  {
    kind: 'note',
    name: 'notes',
    choices: noteChoices,
    moved: (model, learned) => ({
      ...packed(model, 'weights', learned),
      missing: Number(((model.missing as number) + (learned.weights?.get(MISSING) ?? 0)).toFixed(3)),
    }),
  },
];
