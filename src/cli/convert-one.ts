/** One document of `teigram convert`: read, then converted, written and reported. */

import { readFileSync } from 'node:fs';
import { decisionsFor } from '../batch/decisions.js';
import { type Decoded, decode } from '../batch/decode.js';
import { type Input, STDIN } from '../batch/inputs.js';
import { type Conversion, type ConvertOptions, convertDocument, readText } from '../convert.js';
import type { ReviewDecision } from '../decisions/decision.js';
import type { Diagnostic } from '../diagnostic.js';
import { formatLedger, LedgerError } from '../ledger.js';
import { plainText } from '../plain-text.js';
import type { Document } from '../tree.js';
import type { ConvertFlags } from './convert.js';
import { fileError, save } from './files.js';
import { documentOf, volumeOf } from './identifiers.js';
import { printDiagnostic, printFinding } from './print.js';
import type { Report } from './report.js';
import type { Job } from './targets.js';
import { CommandError, complain, EXIT, exitWith, out, readStdin } from './terminal.js';

export interface PlannedJob extends Job {
  readonly ledger: string | undefined;
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

/** A document that is decoded and read, and no more yet. */
export interface Prepared {
  readonly decoded: Omit<Decoded, 'text'>;
  readonly document: Document;
  readonly decisions: readonly ReviewDecision[];
}

export async function prepare(
  job: PlannedJob,
  common: ConvertOptions,
  flags: ConvertFlags,
): Promise<Prepared | CommandError> {
  const bytes = await bytesOf(job.input);
  if (bytes instanceof CommandError) return bytes;
  const { path } = job.input;
  const other = await plainText(bytes, path);
  if (other && 'fault' in other) return new CommandError(`${path}: ${other.fault}`, other.hint);
  const { text, ...decoded } = other
    ? { text: other.text, encoding: 'utf-8', diagnostics: [] }
    : decode(bytes, flags.encoding);
  const volume = flags.volume ?? (path === STDIN ? undefined : volumeOf(path));
  const doc = flags.doc ?? (path === STDIN ? undefined : documentOf(path));
  const name = path === STDIN ? '<stdin>' : path;
  const { decisions, diagnostics } = path === STDIN || !flags.decisions ? UNDECIDED : decisionsFor(path);
  const own = { ...common, decisions, name, ...(volume && { volume }), ...(doc && { doc }) };
  return {
    decoded: { ...decoded, diagnostics: [...decoded.diagnostics, ...diagnostics] },
    decisions,
    document: readText(text, own),
  };
}

const UNDECIDED = { decisions: [], diagnostics: [] };

/** Resolve, write and check one document; gives back what remains to be printed. */
export function convertOne(
  job: PlannedJob,
  { decoded, document: read, decisions }: Prepared,
  common: ConvertOptions,
  flags: ConvertFlags,
  report: Report,
): () => void {
  const { path } = job.input;
  const { name } = read.source;
  let conversion: Conversion;
  try {
    conversion = convertDocument(read, { ...common, decisions });
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
