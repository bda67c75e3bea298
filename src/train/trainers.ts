/** Every trainer, in order: each writes the model of its name. Later ones may use earlier models. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Learns from these volumes of the corpus, and writes its model into the models' folder. */
type Trainer = (volumes: readonly string[]) => void;

export const TRAINERS: Readonly<Record<string, () => Promise<Trainer>>> = {
  blocks: async () => (await import('./blocks.js')).trainBlocks,
  lexicon: async () => (await import('./lexicon.js')).trainLexicon,
  dates: async () => (await import('./dates.js')).trainDates,
  notes: async () => (await import('./notes.js')).trainNotes,
  parties: async () => (await import('./parties.js')).trainParties,
  persons: async () => (await import('./persons.js')).trainPersons,
  terms: async () => (await import('./terms.js')).trainTerms,
  recogniser: async () => (await import('./recogniser.js')).trainRecogniser,
  references: async () => (await import('./references.js')).trainReferences,
  emphasis: async () => (await import('./emphasis.js')).trainEmphasis,
};
export const MODEL_NAMES = Object.keys(TRAINERS);

/**
 * Run trainers one after the other, each in a process of its own, as models are read once: on all volumes, or on those that don't
 * judge (`trainingVolumes`). Gives the name of the first that fails, if any.
 */
export function runTrainers(names: readonly string[], on: 'all' | 'split', env = process.env): string | undefined {
  const program = fileURLToPath(new URL('one.js', import.meta.url));
  return names.find((name) => {
    const { status } = spawnSync(process.execPath, [program, name, on], { stdio: ['ignore', 2, 2], env });
    return status !== 0;
  });
}
