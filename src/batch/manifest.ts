/**
 * The manifest of a batch: a JSON line a document, with what it was made from and what came of it. While a batch runs, lines are
 * added as documents are done, so that it can be stopped at any moment; at its end the file is written anew, in the order of the
 * documents. A line that was cut short, by a kill or a power cut, counts as not there.
 */

import { appendFileSync, closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Stated } from './stated.js';
import type { DocumentTask, Outcome } from './task.js';
import { writeAtomicBy } from './write.js';

/**
 * - `clean`; `doubtful`: decisions worth a look; `invalid`: the output breaks the schema
 * - `failed`: it could not be read or written; `set aside`: it hung, ran out of memory or crashed, several times
 */
export type Verdict = 'clean' | 'doubtful' | 'invalid' | 'failed' | 'set aside';

/** Hashes are SHA-256 in hexadecimal. */
export interface ManifestLine {
  readonly input: string;
  readonly output?: string;
  readonly volume?: string;
  readonly id?: string;
  readonly verdict: Verdict;
  /** How many decisions are worth a look, warnings and errors about the text, and breaches of the schema. */
  readonly doubts: number;
  readonly warnings: number;
  readonly errors: number;
  readonly findings: number;
  readonly stated?: Stated;
  /** Why it failed. */
  readonly message?: string;
  readonly inputHash?: string;
  readonly outputHash?: string;
  /** The hash of version, options and lists. */
  readonly settings: string;
  /** The hash of the documents of its volume, which are evidence for it. */
  readonly company: string;
  /** Size in bytes and time of change in milliseconds, of the input and of the output: equal ones spare hashing. */
  readonly stats?: readonly [inputSize: number, inputTime: number, outputSize: number, outputTime: number];
}

export function verdictOf({ failure, counts }: Pick<Outcome, 'failure' | 'counts'>): Verdict {
  if (failure) return failure.cause === 'poison' ? 'set aside' : 'failed';
  return counts.findings > 0 ? 'invalid' : counts.doubts > 0 ? 'doubtful' : 'clean';
}

/** The line of one outcome. */
export function lineOf(
  task: DocumentTask,
  outcome: Outcome,
  made: Pick<ManifestLine, 'settings' | 'company' | 'stats'>,
): ManifestLine {
  const { failure, context, counts, inputHash, outputHash } = outcome;
  const { settings, company, stats } = made;
  return {
    input: task.name,
    ...(task.target !== undefined && { output: task.target }),
    ...(context?.volume !== undefined && { volume: context.volume }),
    ...(context && { id: context.id }),
    verdict: verdictOf(outcome),
    ...counts,
    ...(failure && { message: failure.message }),
    ...(inputHash !== undefined && { inputHash, outputHash: outputHash! }),
    settings,
    company,
    ...(stats && { stats }),
  };
}

/** A manifest in use. Lines are kept as text: there may be a hundred thousand of them. */
export interface Manifest {
  get(input: string): ManifestLine | undefined;
  /** Add a line, in the file too. */
  add(line: ManifestLine): void;
  /** Write the file anew, with the lines of these inputs in this order. */
  finish(inputs: Iterable<string>): void;
  close(): void;
}

/** The lines of a manifest's text, by input: the last one of each holds. */
function linesOf(text: string): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of text.split('\n')) {
    const input = parsed(line)?.input;
    if (input !== undefined) lines.set(input, line);
  }
  return lines;
}

/** What a manifest says, in its order. @throws the system's error where it can't be read */
export function readManifest(path: string): Iterable<ManifestLine> {
  const lines = linesOf(readFileSync(path, 'utf8'));
  return (function* () {
    for (const line of lines.values()) yield parsed(line)!;
  })();
}

/**
 * Open a manifest; a missing one is made.
 *
 * @throws the system's error where it can't be read or written
 */
export function openManifest(path: string): Manifest {
  // Made first, so that a folder that can't be written to is known at once.
  appendFileSync(path, '');
  const text = readFileSync(path, 'utf8');
  const lines = linesOf(text);
  const file = openSync(path, 'a');
  if (text !== '' && !text.endsWith('\n')) writeSync(file, '\n');
  return {
    get: (input) => parsed(lines.get(input) ?? ''),
    add(line) {
      const json = JSON.stringify(line);
      lines.set(line.input, json);
      writeSync(file, `${json}\n`);
    },
    finish(inputs) {
      writeAtomicBy(path, (whole) => {
        let chunk = '';
        for (const input of inputs) {
          const line = lines.get(input);
          if (line !== undefined) chunk += `${line}\n`;
          if (chunk.length > 1_000_000) chunk = writeOut(whole, chunk);
        }
        writeOut(whole, chunk);
      });
    },
    close: () => closeSync(file),
  };
}

function writeOut(file: number, text: string): '' {
  writeSync(file, text);
  return '';
}

function parsed(line: string): ManifestLine | undefined {
  if (!line.endsWith('}')) return undefined;
  try {
    return JSON.parse(line) as ManifestLine;
  } catch {
    return undefined;
  }
}
