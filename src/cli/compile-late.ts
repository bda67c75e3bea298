/** How the engine treats the house rules: some hundred small functions, most of them called a few times a file. */

import { setFlagsFromString } from 'node:v8';

/**
 * Measured on 1,000 files. By default the engine compiles for speed what has run for a moment, and all that it calls with it: most
 * of what it makes so is never run as often as it took to make. The tree of a file is gone with the file, so room for what is new
 * grows at once, and nothing new is taken for lasting.
 */
const FLAGS = [
  '--interrupt-budget=270000',
  '--max-inlined-bytecode-size-cumulative=200',
  '--semi-space-growth-factor=8',
  '--no-allocation-site-pretenuring',
];

/** Holds for all threads of the process; those that start later have it too. */
export function compileLate(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
