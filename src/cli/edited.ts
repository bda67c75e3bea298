/** Outputs that somebody changed since they were made, as they are told of. */

import type { Edited } from '../batch/unchanged.js';
import { few } from './few.js';
import { colours, EXIT, err, exitWith } from './terminal.js';

/** Those that are out of date raise the exit code; `quiet`: the others aren't told. */
export function tellEdited(edited: readonly Edited[], quiet: boolean): void {
  const outdated = edited.filter((one) => one.outdated);
  const current = edited.filter((one) => !one.outdated);
  if (outdated.length > 0) exitWith(EXIT.findings);
  if (current.length > 0 && !quiet) err(`teigram: changed since they were made, kept: ${named(current)}`);
  if (outdated.length > 0)
    err(
      `teigram: ${colours.yellow('warning')}: out of date, but changed since they were made, kept: ${named(outdated)}`,
    );
  if (outdated.length > 0 || (current.length > 0 && !quiet))
    err('  hint: remove one to have it made anew, or --force for all of them: what was changed is lost');
}

const named = (edited: readonly Edited[]): string => few(edited.map(({ output }) => output));
