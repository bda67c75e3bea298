/** Outputs that somebody changed since they were made, or that nothing says were made, as they are told of. */

import type { Edited } from '../batch/unchanged.js';
import { few } from './few.js';
import { colours, EXIT, err, exitWith } from './terminal.js';

/** Those that are out of date raise the exit code; `quiet`: the others aren't told. */
export function tellEdited(edited: readonly Edited[], quiet: boolean): void {
  const current = edited.filter(({ outdated }) => !outdated);
  const outdated = edited.filter((one) => one.outdated && !one.unrecorded);
  const unrecorded = edited.filter((one) => one.unrecorded);
  const told = [
    quiet ? '' : line('', 'changed since they were made, kept', current),
    line(WARNING, 'out of date, but changed since they were made, kept', outdated),
    line(
      WARNING,
      'not what would be written, and no manifest says that they were made from these texts, kept',
      unrecorded,
    ),
  ].filter((one) => one !== '');
  if (outdated.length + unrecorded.length > 0) exitWith(EXIT.findings);
  for (const one of told) err(one);
  if (told.length > 0)
    err('  hint: remove one to have it made anew, or --force for all of them: what was changed is lost');
}

const WARNING = `${colours.yellow('warning')}: `;

const line = (before: string, what: string, edited: readonly Edited[]): string =>
  edited.length === 0 ? '' : `teigram: ${before}${what}: ${few(edited.map(({ output }) => output))}`;
