/** Every trainer, in order: each is a program of this folder that writes the model of its name. Later ones may use earlier models. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const TRAINERS = [
  'blocks',
  'lexicon',
  'dates',
  'notes',
  'parties',
  'persons',
  'terms',
  'recogniser',
  'references',
  'emphasis',
] as const;

/** Run the trainers one after the other; gives the name of the first that fails, if any. */
export function runTrainers(names: readonly string[], args: readonly string[], env = process.env): string | undefined {
  for (const name of names) {
    const program = fileURLToPath(new URL(`${name}.js`, import.meta.url));
    const { status } = spawnSync(process.execPath, [program, ...args], { stdio: ['ignore', 2, 2], env });
    if (status !== 0) return name;
  }
  return undefined;
}
