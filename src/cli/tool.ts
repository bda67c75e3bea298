/** The commands that a checkout has besides `teigram`: `npm run bench` and its like. */

import { Command } from 'commander';
import { EXIT } from './terminal.js';

/** `npm run <name>`, yet without options. Wrong use ends the process with exit code 2, as it does for `teigram`. */
export function tool(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .helpOption('-h, --help', 'print this help')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.clean : EXIT.failure));
}
