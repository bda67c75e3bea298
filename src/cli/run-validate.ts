/** What `teigram validate` does once its options are read. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { explain } from '../batch/explain.js';
import { findInputs, type Inputs, STDIN } from '../batch/inputs.js';
import { writeAtomic } from '../batch/write.js';
import { type CheckedFile, checkFiles } from '../check/check-files.js';
import { type Config, ConfigError, readConfig } from '../check/config.js';
import { decodeXml } from '../check/encoding.js';
import { isOfRun } from '../check/isolate.js';
import { judgeLinks, type Known, readKnown } from '../check/links.js';
import type { Baseline } from '../check/report/baseline.js';
import { FORMATS } from '../check/report/index.js';
import type { Report } from '../check/report/report.js';
import type { CheckSettings } from '../check/settings.js';
import { VERSION } from '../version.js';
import { askedFor, leaveOutUnasked } from './asked-for.js';
import { leaveOutKnown, readBaseline, writeBaseline } from './baseline-file.js';
import type { Selection } from './selection.js';
import { CommandError, colourful, complain, EXIT, err, exitWith, out, processorTime, readStdin } from './terminal.js';
import type { ValidateFlags } from './validate.js';

/** Findings that the pretty report shows unless told otherwise. */
const SHOWN = 50;

export async function runValidate(named: readonly string[], flags: ValidateFlags): Promise<void> {
  // Changes are asked for of a folder, and nobody pipes anything into a hook.
  const args = named.length === 0 && (flags.staged || flags.since !== undefined) ? ['.'] : named;
  const config = await configOf(flags, async () => pathsOf(await findInputs(args, ['.xml'])));
  for (const id of config.unheard ?? [])
    err(`teigram: the settings name “${id}”, which is no rule, and no Schematron test of these files`);
  const settings = settingsOf(flags, config);
  refuseIdle(flags, settings);
  const lists = [...(config.known ?? []), ...(flags.known ?? [])];
  const known = readLists(lists);
  // Before anything is mended.
  const { baseline: file } = flags;
  const baseline = file === undefined || flags.writeBaseline !== undefined ? undefined : readBaseline(file);
  const found = await findInputs(args, ['.xml'], config.ignore);
  if (flags.only !== undefined)
    (await import('./refuse-unknown.js')).refuseUnknown(flags.only, settings, pathsOf(found));
  const copies = flags.staged ? mkdtempSync(join(tmpdir(), 'teigram-staged-')) : undefined;
  try {
    const selection = await selected(args, found, flags, copies);
    for (const { argument, message, hint } of selection.problems) {
      complain(`${argument}: ${message}`, hint);
      exitWith(EXIT.failure);
    }
    // Where changes are asked for, nothing to check is an answer.
    if (selection.paths.length === 0 && selection.isWhole) return;
    const { schema = [], schematron = [] } = settings;
    for (const target of [flags.out, flags.writeBaseline]) {
      if (target === undefined) continue;
      (await import('./targets.js')).refuseInputs(target, [...selection.paths, ...schema, ...schematron, ...lists]);
    }
    await mendAndCheck(selection, settings, { known, baseline }, flags);
  } catch (error) {
    throw isOfRun(error) ? inWords(error) : error;
  } finally {
    if (copies !== undefined) rmSync(copies, { recursive: true, force: true });
  }
}

function inWords(error: Error & { readonly file?: string }): CommandError {
  const told = explain(error.cause);
  return told ? new CommandError(`${error.file}: ${told.what}`, told.todo) : new CommandError(error.message);
}

async function selected(
  args: readonly string[],
  found: Inputs,
  { since }: ValidateFlags,
  copies: string | undefined,
): Promise<Selection> {
  if (copies !== undefined) return (await import('./staged.js')).staged(args, found, copies);
  if (since !== undefined) return (await import('./changed.js')).changedSince(since, found);
  return { paths: pathsOf(found), problems: found.problems, isWhole: true, isWanted: () => true };
}

async function mendAndCheck(
  { paths, isWanted, isWhole, bytesAt }: Selection,
  settings: CheckSettings,
  { known, baseline }: { readonly known: Known; readonly baseline: Baseline | undefined },
  flags: ValidateFlags,
): Promise<void> {
  const wanted = new Set(paths.filter(isWanted));
  let stdin = wanted.has(STDIN) ? await readStdin() : undefined;
  if (flags.fix) {
    const { mend } = await import('./mend.js');
    stdin = mend([...wanted], stdin, settings, flags.dryRun === true, askedFor(flags));
    if (flags.dryRun) return;
  }
  const where = bytesAt === undefined ? settings : { ...settings, bytesAt };
  const files = wanted.size === 0 ? [] : await check(paths, stdin, where, known, flags.threads);
  const given = new Set(paths);
  const textOf = (path: string): string | undefined => {
    try {
      return decodeXml(path === '<stdin>' ? stdin! : readFileSync(bytesAt?.get(path) ?? path)).text;
    } catch {
      return undefined;
    }
  };
  // What is no input is a file of rules, with what can't be run of it.
  const told = files.filter(({ path }) => wanted.has(path) || !given.has(path));
  await report(told, textOf, baseline, { aside: flags.fix === true && stdin !== undefined, isWhole }, flags);
}

const pathsOf = ({ inputs }: Inputs): string[] => inputs.map(({ path }) => path);

async function configOf(flags: ValidateFlags, documents: () => Promise<string[]>): Promise<Config> {
  if (flags.config === false) return {};
  try {
    const given = {
      ...(flags.schema ? { schema: flags.schema } : {}),
      ...(flags.rules ? { schematron: flags.rules } : {}),
    };
    return (await readConfig(resolve('.'), flags.config, given, documents)).config;
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandError(error.message);
    throw error;
  }
}

function settingsOf(flags: ValidateFlags, config: Config): CheckSettings {
  const { profile = config.profile, phase, allowDoctype, engine } = flags;
  const schema = flags.schema || config.schema;
  const schematron = flags.rules ?? (flags.schema === false ? undefined : config.schematron);
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(config.rules === undefined ? {} : { rules: config.rules }),
    ...(flags.houseRules === false ? { noRules: true } : {}),
    ...(flags.schema === false ? { noSchema: true } : {}),
    ...(schema === undefined ? {} : { schema }),
    ...(schematron === undefined ? {} : { schematron }),
    ...(phase === undefined ? {} : { phase }),
    ...(allowDoctype === undefined ? {} : { allowDoctype }),
    ...(engine === undefined ? {} : { engine }),
    ...(flags.baseline || flags.writeBaseline || flags.format === 'sarif' ? { keys: true } : {}),
  };
}

/** @throws CommandError for options that would have no effect. */
function refuseIdle(
  { dryRun, fix }: ValidateFlags,
  { phase, schematron, engine, schema, noSchema }: CheckSettings,
): void {
  if (dryRun && !fix) throw new CommandError('--dry-run shows what --fix would change, and --fix is not given');
  if (phase !== undefined && !schematron?.length)
    throw new CommandError('--phase names a phase of Schematron rules, and none are run', 'give them with --rules');
  const isXsd = schema === undefined || (schema.length === 1 && /\.xsd$/i.test(schema[0]!));
  if (engine !== undefined && (noSchema || !isXsd))
    throw new CommandError(
      `--engine ${engine} takes one grammar, an XSD`,
      'give one with --schema, or none for the built-in one',
    );
}

function readLists(files: readonly string[]): Known {
  try {
    return readKnown(files);
  } catch (error) {
    const told = explain(error);
    if (!told) throw error;
    throw new CommandError(`${(error as NodeJS.ErrnoException).path}: ${told.what}`, told.todo);
  }
}

async function check(
  paths: readonly string[],
  stdin: Uint8Array | undefined,
  settings: CheckSettings,
  known: Known,
  threads: number | undefined,
): Promise<CheckedFile[]> {
  const onDisk = paths.filter((path) => path !== STDIN);
  const files = await checkFiles(onDisk, {
    settings,
    known,
    now: processorTime,
    ...(threads === undefined ? {} : { threads }),
  });
  if (!stdin) return files;
  const { checkFile } = await import('../check/check-file.js');
  const { findings, links } = checkFile(stdin, undefined, { ...settings, lists: known.local.size > 0 });
  return [{ path: STDIN, findings: [...findings, ...judgeLinks([links], known)[0]!] }, ...files];
}

/** `aside`: standard output has a mended document. `isWhole`: all was checked that was named. */
async function report(
  checked: CheckedFile[],
  textOf: Report['textOf'],
  baseline: Baseline | undefined,
  { aside, isWhole }: { readonly aside: boolean; readonly isWhole: boolean },
  flags: ValidateFlags,
): Promise<void> {
  for (const { path, failure } of checked) {
    if (!failure) continue;
    const told = explain(failure);
    complain(`${path}: ${told?.what ?? failure.message}`, told?.todo);
    exitWith(EXIT.failure);
  }
  const name = (path: string): string => (path === STDIN ? '<stdin>' : path);
  const all = checked.filter(({ failure }) => !failure).map(({ path, findings }) => ({ path: name(path), findings }));
  if (flags.writeBaseline !== undefined) {
    writeBaseline(flags.writeBaseline, all);
    return;
  }
  const { files: found, known } =
    baseline === undefined ? { files: all, known: 0 } : leaveOutKnown(all, baseline, flags.baseline!, isWhole);
  const { files, unasked } = leaveOutUnasked(found, flags);
  const limit = flags.maxFindings ?? (flags.format === 'pretty' ? SHOWN : Number.POSITIVE_INFINITY);
  const colour = flags.color && flags.out === undefined && !aside && colourful();
  const render = await FORMATS[flags.format]();
  const made: Report = { files, limit, known, unasked, version: VERSION, textOf, colour };
  if (flags.out === undefined && aside) err(render(made).trimEnd());
  else if (flags.out === undefined) out(render(made));
  else writeAtomic(flags.out, render(made));
  if (files.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))) exitWith(EXIT.findings);
}
