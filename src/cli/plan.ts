/** Everything that can be wrong with a conversion's command line is found before a file is written. */

import { dirname } from 'node:path';
import { knowsEncoding } from '../batch/decode.js';
import { documentOf } from '../batch/document-id.js';
import { findInputs, type Inputs, STDIN, withExtension } from '../batch/inputs.js';
import type { DocumentTask } from '../batch/task.js';
import { counted } from '../counted.js';
import { FOREIGN_EXTENSIONS, INTAKE_EXTENSIONS } from '../plain-text.js';
import { FORMATS } from '../write/formats.js';
import type { ConversionFlags } from './conversion-options.js';
import { checkIdentifier, isVolume, volumeOf } from './identifiers.js';
import { listPaths } from './lists.js';
import { checkTargets, targetsFor, type Written } from './targets.js';
import { CommandError, colours, complain, EXIT, err, exitWith, readStdin, STDOUT } from './terminal.js';

/** What a plan depends on. */
type PlanFlags = Pick<ConversionFlags, 'volume' | 'encoding' | 'format'> & {
  readonly authority?: readonly string[];
  readonly out?: string;
  readonly doc?: string;
  readonly ledger?: string;
  readonly report?: string;
  readonly manifest?: string;
  readonly details?: string;
  readonly events?: string;
  readonly shards?: string;
  readonly quiet?: true;
};

/** Arguments that name nothing are told of, and raise the exit code; the rest is done. @throws CommandError */
export async function planned(args: readonly string[], flags: PlanFlags): Promise<DocumentTask[]> {
  const found = await findInputs(args, ['.txt', ...INTAKE_EXTENSIONS], [], FOREIGN_EXTENSIONS);
  tellPassedOver(found);
  checkFound(found, flags);
  checkFlags(flags, found.inputs.length + found.problems.length);
  const targetOf = targetsFor(flags.out, found, FORMATS[flags.format].extension);
  const ledgerOf = flags.ledger === undefined ? undefined : targetsFor(flags.ledger, found, '.tsv');
  const volumeIn = volumesByFolder();
  const plan = found.inputs.map((input): DocumentTask => {
    const { path } = input;
    const named = path !== STDIN;
    const task: Draft = named ? { name: path, path } : { name: '<stdin>' };
    put(task, 'target', targetOf(input));
    put(task, 'ledger', ledgerOf?.(input));
    put(task, 'volume', flags.volume ?? (named ? volumeIn(path) : undefined));
    put(task, 'doc', flags.doc ?? (named ? documentOf(path) : undefined));
    return task;
  });
  const read = [...found.inputs.map(({ path }) => path), ...listPaths(flags.authority ?? [])];
  checkTargets(read, written(plan, flags));
  const stdin = plan.findIndex(({ path }) => path === undefined);
  if (stdin >= 0) plan[stdin] = { ...plan[stdin]!, content: await readStdin() };
  return plan;
}

type Draft = { -readonly [K in keyof DocumentTask]: DocumentTask[K] };

/** There may be hundreds of thousands of tasks: none is copied for what it has besides. */
function put<K extends keyof Draft>(task: Draft, key: K, value: Draft[K]): void {
  if (value !== undefined) task[key] = value;
}

/** What volume a path tells, found out once a folder. */
function volumesByFolder(): (path: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (path) => {
    const folder = dirname(path);
    if (!known.has(folder)) known.set(folder, volumeOf(path));
    return known.get(folder);
  };
}

/** Options that name one file for all documents. */
const SIDES = ['report', 'manifest', 'details', 'events'] as const;

/** All files that will be written. */
function* written(plan: readonly DocumentTask[], flags: PlanFlags): Generator<Written> {
  for (const { name, target, ledger } of plan) {
    if (target !== undefined) yield [target, name];
    if (ledger !== undefined) yield [ledger, '--ledger'];
  }
  for (const side of SIDES) {
    const file = flags[side];
    if (file !== undefined && file !== STDOUT) yield [file, `--${side}`];
  }
}

/** @throws CommandError where there is nothing to do, or all of it is to be done at once: shards of a batch are made once */
function checkFound({ inputs, problems }: Inputs, { shards }: PlanFlags): void {
  for (const { argument, message, hint } of problems) {
    if (inputs.length === 0 || shards !== undefined) throw new CommandError(`${argument}: ${message}`, hint);
    complain(`${argument}: ${message}`, hint);
    exitWith(EXIT.failure);
  }
}

/** Files that are told by name, at most. */
const TOLD = 3;

/** Files of word processors that are not read; one that is there as another file, too, isn't told. */
function tellPassedOver({ inputs, passedOver }: Inputs): void {
  const read = new Set(inputs.map(({ path }) => withExtension(path, '')));
  const paths = passedOver.filter((path) => !read.has(withExtension(path, '')));
  if (paths.length === 0) return;
  const names = `${paths.slice(0, TOLD).join(', ')}${paths.length > TOLD ? ', …' : ''}`;
  err(`teigram: ${colours.yellow('warning')}: ${counted(paths.length, 'file')} passed over: ${names}`);
  err('  hint: save them again as .docx, or as plain text');
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
