/** What is printed of one converted document, and what it means for the exit code. */

import type { Outcome } from '../batch/task.js';
import type { Severity } from '../diagnostic.js';
import { printFinding, printPlaced } from './print.js';
import { CommandError, complain, EXIT, exitWith, out } from './terminal.js';

export interface TellFlags {
  readonly quiet?: true;
  /** Warnings are failures. */
  readonly strict?: true;
}

/** @throws CommandError where no other document would fare better. */
export function tell(outcome: Outcome, flags: TellFlags): void {
  const { name, failure, output, diagnostics, findings } = outcome;
  if (failure?.cause === 'disk') throw new CommandError(failure.message, failure.hint);
  if (failure) complain(failure.message, failure.hint);
  if (output !== undefined) out(output);
  exitWith(exitCodeOf(outcome, flags));
  for (const d of diagnostics)
    if (flags.quiet ? fails(d.severity, flags) : d.severity !== 'info' || d.p === undefined) printPlaced(name, d);
  for (const finding of findings) printFinding(name, finding);
}

/** What one document means for the exit code. */
function exitCodeOf({ failure, counts }: Outcome, { strict }: TellFlags): number {
  if (failure) return failure.cause === 'bug' ? EXIT.findings : EXIT.failure;
  return counts.findings + counts.errors + (strict ? counts.warnings : 0) > 0 ? EXIT.findings : EXIT.clean;
}

const fails = (severity: Severity, { strict }: TellFlags): boolean =>
  severity === 'error' || (strict === true && severity === 'warning');
