/** What `teigram convert` does: plan, then read, convert, write and report each document in turn. */

import { readFileSync } from 'node:fs';
import { readAuthority } from '../authority/read.js';
import type { Authority } from '../authority/types.js';
import { type Decoded, decode, knowsEncoding } from '../batch/decode.js';
import { explain } from '../batch/explain.js';
import { findInputs, type Input, STDIN } from '../batch/inputs.js';
import { writeAtomic } from '../batch/write.js';
import { type Conversion, type ConvertOptions, convertDocument, readText } from '../convert.js';
import type { Diagnostic } from '../diagnostic.js';
import { formatLedger, LedgerError } from '../ledger.js';
import { type DocumentFacts, factsOf, remember } from '../memory.js';
import type { Document } from '../tree.js';
import type { ConvertFlags } from './convert.js';
import { checkIdentifier, documentOf, isVolume, volumeOf } from './identifiers.js';
import { printDiagnostic, printFinding } from './print.js';
import { progress } from './progress.js';
import { Report } from './report.js';
import { checkTargets, type Job, jobs, targetFor } from './targets.js';
import { CommandError, colours, complain, EXIT, err, exitWith, out, readStdin } from './terminal.js';
import { volumeKey, volumes } from './volumes.js';

/** Errors that every further file would meet too. */
const FATAL = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

/** Volumes of up to so many documents are read once and kept; larger ones are read again when they are converted. */
const KEPT = 2000;

interface PlannedJob extends Job {
  readonly ledger: string | undefined;
}

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
        facts.push(factsOf(prepared.document));
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
  const found = findInputs(args, ['.txt']);
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

/** The bytes, or why there are none. */
async function bytesOf({ path }: Input): Promise<Uint8Array | CommandError> {
  if (path === STDIN) return readStdin();
  try {
    return readFileSync(path);
  } catch (error) {
    return fileError(path, error);
  }
}

/** @throws what is no error of the file system */
function fileError(path: string, error: unknown): CommandError {
  const known = explain(error);
  if (!known) throw error;
  return new CommandError(`${path}: ${known.what}`, known.todo);
}

/** A document that is decoded and read, and no more yet. */
interface Prepared {
  readonly decoded: Omit<Decoded, 'text'>;
  readonly document: Document;
}

async function prepare(job: PlannedJob, common: ConvertOptions, flags: ConvertFlags): Promise<Prepared | CommandError> {
  const bytes = await bytesOf(job.input);
  if (bytes instanceof CommandError) return bytes;
  const { text, ...decoded } = decode(bytes, flags.encoding);
  const { path } = job.input;
  const volume = flags.volume ?? (path === STDIN ? undefined : volumeOf(path));
  const doc = flags.doc ?? (path === STDIN ? undefined : documentOf(path));
  const name = path === STDIN ? '<stdin>' : path;
  return { decoded, document: readText(text, { ...common, name, ...(volume && { volume }), ...(doc && { doc }) }) };
}

/** Resolve, write and check one document; gives back what remains to be printed. */
function convertOne(
  job: PlannedJob,
  { decoded, document: read }: Prepared,
  common: ConvertOptions,
  flags: ConvertFlags,
  report: Report,
): () => void {
  const { path } = job.input;
  const { name } = read.source;
  let conversion: Conversion;
  try {
    conversion = convertDocument(read, common);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    report.fail({ input: path, message: error.message });
    exitWith(EXIT.findings);
    return () => complain(`${name}: ${error.message}`);
  }
  const { document, output, ledger, findings } = conversion;
  if (job.target === undefined) out(output);
  else save(job.target, output);
  if (job.ledger !== undefined) save(job.ledger, formatLedger(document.source, ledger));
  const diagnostics = [...decoded.diagnostics, ...conversion.diagnostics];
  const { source, context } = document;
  report.add({ source, context, output: job.target, encoding: decoded.encoding, diagnostics, findings });
  if (findings.length > 0 || diagnostics.some((d) => fails(d, flags))) exitWith(EXIT.findings);
  return () => {
    for (const d of diagnostics)
      if (flags.quiet ? fails(d, flags) : d.severity !== 'info' || d.p === undefined) printDiagnostic(source, d);
    for (const finding of findings) printFinding(name, finding);
  };
}

const fails = (d: Diagnostic, { strict }: ConvertFlags): boolean =>
  d.severity === 'error' || (strict === true && d.severity === 'warning');

/** @throws CommandError where the disk is at fault: no other file would fare better. */
function save(path: string, data: string): void {
  try {
    writeAtomic(path, data);
  } catch (error) {
    const problem = fileError(path, error);
    if (FATAL.has((error as NodeJS.ErrnoException).code ?? '')) throw problem;
    complain(problem.message, problem.hint);
    exitWith(EXIT.failure);
  }
}
