/** One document, in whatever thread: read it, gather its facts, convert and write it. Failures are data. */

import type { Authority } from '../authority/types.js';
import { type Conversion, type ConvertOptions, convertDocument, readText } from '../convert.js';
import type { ReviewDecision } from '../decisions/decision.js';
import type { Diagnostic } from '../diagnostic.js';
import { formatLedger, LedgerError } from '../ledger.js';
import type { VolumeMemory } from '../memory.js';
import { plainText } from '../plain-text.js';
import { position, type Source } from '../source.js';
import type { Document } from '../tree.js';
import { decisionsFor } from './decisions.js';
import { type Decoded, decode } from './decode.js';
import { putOutput, readBytes, writeOutput } from './document-files.js';
import { sha256 } from './sha256.js';
import { statedBy } from './stated.js';
import type { Counts, DocumentTask, Outcome, PlacedDiagnostic, TaskFailure, TaskOptions } from './task.js';
import { failed } from './task.js';

/** A document that is decoded and read, and no more yet. */
export interface Prepared {
  readonly decoded: Omit<Decoded, 'text'>;
  readonly document: Document;
  readonly inputHash: string;
  readonly decisions: readonly ReviewDecision[];
}

/** Options of the conversion of one document. */
export function optionsOf(
  { name, volume, doc }: DocumentTask,
  { brief: _, encoding: __, decided: ___, models: ____, ...common }: TaskOptions,
  authority?: Authority,
): ConvertOptions {
  return {
    ...common,
    name,
    ...(volume !== undefined && { volume }),
    ...(doc !== undefined && { doc }),
    ...(authority && { authority }),
  };
}

function decisionsOf(
  { path, decisions, decisionFindings = [] }: DocumentTask,
  { decided }: TaskOptions,
): ReturnType<typeof decisionsFor> {
  if (decisions || path === undefined || !decided) return { decisions: decisions ?? [], diagnostics: decisionFindings };
  return decisionsFor(path);
}

/** Decode and read a document, or tell why that can't be. */
export async function prepare(task: DocumentTask, options: TaskOptions): Promise<Prepared | TaskFailure> {
  const bytes = readBytes(task);
  if ('cause' in bytes) return bytes;
  const isText = typeof task.content === 'string';
  const other = isText || task.plain ? undefined : await plainText(bytes, task.name);
  if (other && 'fault' in other) {
    const { fault, hint, large } = other;
    return { message: `${task.name}: ${fault}`, hint, cause: 'input', ...(large && { large }) };
  }
  const { text, markup, ...decoded } = other
    ? { ...other, encoding: 'utf-8' }
    : { markup: undefined, ...decode(bytes, isText ? 'utf-8' : options.encoding) };
  const { decisions, diagnostics } = decisionsOf(task, options);
  const document = readText(text, { ...optionsOf(task, options), decisions, ...(markup && { markup }) });
  const told = { ...decoded, diagnostics: [...decoded.diagnostics, ...diagnostics] };
  return { decoded: told, document, inputHash: sha256(bytes), decisions };
}

/** Resolve, write and check a document that was read. */
export function finish(
  task: DocumentTask,
  { decoded, document: read, inputHash, decisions }: Prepared,
  options: TaskOptions,
  authority: Authority | undefined,
  memory: VolumeMemory | undefined,
): Outcome {
  let conversion: Conversion;
  try {
    const own = { ...optionsOf(task, options, authority), decisions };
    conversion = convertDocument(read, { ...own, ...(memory && { memory }) });
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return failed(task.name, { message: `${task.name}: ${error.message}`, cause: 'bug' });
  }
  const { document, output, findings } = conversion;
  const { failure, kept } = written(task, conversion);
  if (failure) return failed(task.name, failure);
  const diagnostics = [...decoded.diagnostics, ...conversion.diagnostics];
  return {
    name: task.name,
    context: document.context,
    encoding: decoded.encoding,
    characters: document.source.text.length,
    inputHash,
    outputHash: sha256(output),
    ...(kept && { kept }),
    ...(task.target === undefined && { output }),
    diagnostics: (options.brief ? diagnostics.filter(isError).slice(0, 1) : diagnostics).map((d) =>
      placed(document.source, d),
    ),
    findings: options.brief ? findings.slice(0, 1) : findings,
    counts: { ...countsOf(findings.length, diagnostics), stated: statedBy(document) },
  };
}

/** Write what is to be written, as {@link putOutput}. */
function written(task: DocumentTask, conversion: Conversion): ReturnType<typeof putOutput> {
  const { output, document, ledger: rows } = conversion;
  const put = task.target === undefined ? {} : putOutput(task, output);
  if (put.failure || task.ledger === undefined) return put;
  const failure = writeOutput(task.ledger, formatLedger(document.source, rows));
  return failure ? { failure } : put;
}

/** With its place and its words. */
export function placed(of: Source, diagnostic: Diagnostic): PlacedDiagnostic {
  const { start, end } = diagnostic;
  return { ...position(of, start), ...diagnostic, text: of.text.slice(start, end) };
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

function countsOf(findings: number, diagnostics: readonly Diagnostic[]): Counts {
  const count = (is: (d: Diagnostic) => boolean): number => diagnostics.reduce((n, d) => n + (is(d) ? 1 : 0), 0);
  return {
    findings,
    errors: count(isError),
    warnings: count((d) => d.severity === 'warning'),
    doubts: count((d) => d.p !== undefined),
  };
}
