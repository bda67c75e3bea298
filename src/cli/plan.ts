/** Everything that can be wrong with a conversion's command line is found before a file is written. */

import { knowsEncoding } from '../batch/decode.js';
import { findInputs, STDIN } from '../batch/inputs.js';
import type { DocumentTask } from '../batch/task.js';
import { INTAKE_EXTENSIONS } from '../plain-text.js';
import type { ConversionFlags } from './conversion-options.js';
import { checkIdentifier, documentOf, isVolume, volumeOf } from './identifiers.js';
import { checkTargets, jobs, targetFor } from './targets.js';
import { CommandError, colours, err, readStdin } from './terminal.js';

/** What a plan depends on. */
type PlanFlags = Pick<ConversionFlags, 'volume' | 'encoding' | 'format'> & {
  readonly out?: string;
  readonly doc?: string;
  readonly ledger?: string;
  readonly report?: string;
  readonly quiet?: true;
};

/** @throws CommandError */
export async function planned(args: readonly string[], flags: PlanFlags): Promise<DocumentTask[]> {
  const found = await findInputs(args, ['.txt', ...INTAKE_EXTENSIONS]);
  const [problem] = found.problems;
  if (problem) throw new CommandError(`${problem.argument}: ${problem.message}`, problem.hint);
  checkFlags(flags, found.inputs.length);
  const { ledger: ledgers } = flags;
  const plan = jobs(found, flags.out, flags.format === 'json' ? '.json' : '.xml').map(
    ({ input, target }): DocumentTask => {
      const ledger = ledgers === undefined ? undefined : targetFor(ledgers, input, found, '.tsv');
      return { name: input.path, ...(target !== undefined && { target }), ...(ledger !== undefined && { ledger }) };
    },
  );
  const targets = plan.flatMap(({ target, ledger }) => [target, ledger]);
  checkTargets(
    found.inputs,
    [...targets, flags.report].filter((path) => path !== undefined),
  );
  return Promise.all(plan.map((task) => (task.name === STDIN ? fromStdin(task, flags) : fromFile(task, flags))));
}

function fromFile(task: DocumentTask, flags: PlanFlags): DocumentTask {
  const volume = flags.volume ?? volumeOf(task.name);
  const doc = flags.doc ?? documentOf(task.name);
  return { ...task, path: task.name, ...(volume !== undefined && { volume }), ...(doc !== undefined && { doc }) };
}

async function fromStdin(task: DocumentTask, { volume, doc }: PlanFlags): Promise<DocumentTask> {
  const content = await readStdin();
  return {
    ...task,
    name: '<stdin>',
    content,
    ...(volume !== undefined && { volume }),
    ...(doc !== undefined && { doc }),
  };
}

function checkFlags({ volume, doc, encoding, quiet }: PlanFlags, inputs: number): void {
  if (volume !== undefined) checkIdentifier('--volume', volume);
  if (doc !== undefined) {
    checkIdentifier('--doc', doc);
    if (inputs > 1) throw new CommandError(`--doc ${doc} for ${inputs} documents`);
  }
  if (encoding !== undefined && !knowsEncoding(encoding)) {
    throw new CommandError(`--encoding ${encoding}: unknown`, 'for example utf-8, utf-16le, windows-1252');
  }
  if (volume !== undefined && !isVolume(volume) && !quiet) {
    err(`teigram: ${colours.yellow('warning')}: --volume ${volume} does not look like frus1955-57v23p1`);
  }
}
