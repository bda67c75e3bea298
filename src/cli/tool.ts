/** The commands that a checkout has besides `teigram`: `npm run bench` and its like. */

import { Command, InvalidArgumentError } from 'commander';
import { EXIT } from './terminal.js';

/** The command `npm run <name>`, to which its options are to be added. Wrong use ends the process with exit code 2, as it does for `teigram`. */
export function tool(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .helpOption('-h, --help', 'print this help')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.clean : EXIT.failure));
}

/** Takes what at least one of these names contains. */
export function partOf(names: readonly string[]): (value: string) => string {
  return (value) => {
    if (!names.some((name) => name.includes(value))) throw new InvalidArgumentError(`There are: ${names.join(', ')}.`);
    return value;
  };
}
