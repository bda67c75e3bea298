/** What `teigram convert` does: plan, then read the documents of a volume, convert, write and report each in turn. */

import { readFileSync } from 'node:fs';
import { readAuthority } from '../authority/read.js';
import type { Authority } from '../authority/types.js';
import { decode, knowsEncoding } from '../batch/decode.js';
import { findInputs } from '../batch/inputs.js';
import { type ConvertOptions, documentFacts } from '../convert.js';
import { type DocumentFacts, remember } from '../memory.js';
import { INTAKE_EXTENSIONS } from '../plain-text.js';
import type { ConvertFlags } from './convert.js';
import { convertOne, type PlannedJob, type Prepared, prepare } from './convert-one.js';
import { fileError, save } from './files.js';
import { checkIdentifier, isVolume } from './identifiers.js';
import { printDiagnostic } from './print.js';
import { progress } from './progress.js';
import { Report } from './report.js';
import { checkTargets, jobs, targetFor } from './targets.js';
import { CommandError, colours, complain, EXIT, err, exitWith } from './terminal.js';
import { volumeKey, volumes } from './volumes.js';

/** Volumes of up to so many documents are read once and kept; larger ones are read again when they are converted. */
const KEPT = 2000;

export async function runConvert(args: readonly string[], flags: ConvertFlags): Promise<void> {
  const plan = planned(args, flags);
  const report = new Report();
  const options = commonOptions(flags);
  const bar = await progress(plan.length, flags.quiet === true);
  const held: (() => void)[] = []; // printed when the bar is gone
  const flush = (): void => {
    bar.step();
    if (plan.length === 1 || !bar.active) for (const print of held.splice(0)) print();
  };
  for (const group of volumes(plan, (job) => volumeKey(job.input.path, flags.volume))) {
    const kept = group.length <= KEPT ? new Map<PlannedJob, Prepared>() : undefined;
    const facts: DocumentFacts[] = [];
    if (group.length > 1) {
      for (const job of group) {
        const prepared = await prepare(job, options, flags);
        if (prepared instanceof CommandError) continue; // told when its turn comes
        facts.push(documentFacts(prepared.document, options));
        kept?.set(job, prepared);
      }
    }
    const common = group.length > 1 ? { ...options, memory: remember(facts) } : options;
    for (const job of group) {
      const prepared = kept?.get(job) ?? (await prepare(job, options, flags));
      kept?.delete(job);
      if (prepared instanceof CommandError) {
        report.fail({ input: job.input.path, message: prepared.message });
        held.push(() => complain(prepared.message, prepared.hint));
        exitWith(EXIT.failure);
      } else {
        held.push(convertOne(job, prepared, common, flags, report));
      }
      flush();
    }
  }
  bar.stop();
  for (const print of held) print();
  if (flags.report !== undefined) save(flags.report, report.json());
  if (flags.out !== undefined && plan.length > 1 && !flags.quiet) err(report.summary(flags.out));
}

/** Everything that can be wrong with the command itself is found before a file is written. */
function planned(args: readonly string[], flags: ConvertFlags): PlannedJob[] {
  const found = findInputs(args, ['.txt', ...INTAKE_EXTENSIONS]);
  const [problem] = found.problems;
  if (problem) throw new CommandError(`${problem.argument}: ${problem.message}`, problem.hint);
  if (flags.volume !== undefined) checkIdentifier('--volume', flags.volume);
  if (flags.doc !== undefined) {
    checkIdentifier('--doc', flags.doc);
    if (found.inputs.length > 1) throw new CommandError(`--doc ${flags.doc} for ${found.inputs.length} documents`);
  }
  if (flags.encoding !== undefined && !knowsEncoding(flags.encoding)) {
    throw new CommandError(`--encoding ${flags.encoding}: unknown`, 'for example utf-8, utf-16le, windows-1252');
  }
  if (flags.volume !== undefined && !isVolume(flags.volume) && !flags.quiet) {
    err(`teigram: ${colours.yellow('warning')}: --volume ${flags.volume} does not look like frus1955-57v23p1`);
  }
  const { ledger } = flags;
  const plan = jobs(found, flags.out, flags.format === 'json' ? '.json' : '.xml').map((job) => ({
    ...job,
    ledger: ledger === undefined ? undefined : targetFor(ledger, job.input, found, '.tsv'),
  }));
  const targets = plan.flatMap((job) => [job.target, job.ledger]);
  checkTargets(
    found.inputs,
    [...targets, flags.report].filter((path) => path !== undefined),
  );
  return plan;
}

function commonOptions(flags: ConvertFlags): ConvertOptions {
  const authority = flags.authority.length > 0 ? listsOf(flags.authority, flags.quiet === true) : undefined;
  return {
    ...(authority && { authority }),
    persons: flags.persons,
    format: flags.format,
    pretty: flags.compact !== true,
    validate: flags.validate,
    doubt: flags.doubt,
  };
}

/** Read the volume's lists, and print what is wrong in them. */
function listsOf(paths: readonly string[], quiet: boolean): Authority {
  const files = paths.map((name) => {
    try {
      return { name, text: decode(readFileSync(name)).text };
    } catch (error) {
      throw fileError(name, error);
    }
  });
  const authority = readAuthority(files);
  for (const { source, diagnostic } of authority.findings) {
    if (diagnostic.severity === 'error' || (diagnostic.severity === 'warning' && !quiet))
      printDiagnostic(source, diagnostic);
  }
  return authority;
}
