/**
 * A manifest's file. Where each line lies is kept in memory, the lines themselves are not: there may be hundreds of thousands.
 * A line that was cut short, by a kill or a power cut, counts as not there.
 */

import { closeSync, fstatSync, openSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { copyBytes, type Extent, endLine, joined, linesIn, readingAhead } from './lines.js';
import { locked } from './locked.js';
import type { ManifestLine } from './manifest.js';
import { lookAt } from './stat.js';
import { writeAtomicBy } from './write.js';

/** A manifest in use. Inputs are files: how their paths are spelled doesn't matter. */
export interface Manifest {
  get(input: string): ManifestLine | undefined;
  /** Add a line, in the file too. */
  add(line: ManifestLine): void;
  /** The lines of all inputs but these, in their order in the file. */
  others(inputs: Iterable<string>): Iterable<ManifestLine>;
  /**
   * Let the file hold the lines of these inputs alone, in this order; what other processes wrote to it meanwhile stays below. It is
   * the last that is done with it.
   */
  finish(inputs: readonly string[]): Promise<void>;
  close(): void;
}

/**
 * Open a manifest; a missing one is made.
 *
 * @throws the system's error where it can't be read or written
 */
export function openManifest(path: string): Manifest {
  const file = openSync(path, 'a+');
  const end = (): number => fstatSync(file).size;
  endLine(file);
  const extents = extentsIn(file);
  const read = readingAhead(file);
  let expected = end();
  const added = new Set<string>();
  /** Others have added lines, or put another file in its place. */
  const isShared = (): boolean => end() !== expected || lookAt(path)?.ino !== fstatSync(file).ino;
  return {
    get(input) {
      const extent = extents.get(resolve(input));
      return extent && parsed(read(extent));
    },
    add(line) {
      const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
      const input = resolve(line.input);
      extents.set(input, { at: end(), length: bytes.length });
      writeFileSync(file, bytes);
      expected += bytes.length;
      added.add(input);
    },
    *others(inputs) {
      const known = new Set(resolved(inputs));
      for (const [input, extent] of extents) {
        const line = known.has(input) ? undefined : parsed(read(extent));
        if (line) yield line;
      }
    },
    async finish(wanted) {
      const inputs = resolved(wanted);
      const runs = joined(present(extents, inputs));
      const [all = { at: 0, length: 0 }] = runs;
      const inOrder = runs.length <= 1 && all.at === 0 && all.length === end();
      if (!fstatSync(file).isFile() || (inOrder && !isShared())) return;
      await locked(path, () => {
        if (isShared()) writeMerged(path, file, inputs, added);
        else
          writeAtomicBy(path, (whole) => {
            for (const run of runs) copyBytes(file, run, whole);
          });
      });
    },
    close: () => closeSync(file),
  };
}

/** The lines of `file`, which was opened as `path`, and of what lies there now; of the inputs in `added`, those of `file` hold. */
function writeMerged(path: string, file: number, inputs: readonly string[], added: ReadonlySet<string>): void {
  const there = openSync(path, 'a+');
  try {
    const [ours, theirs] = [extentsIn(file), extentsIn(there)];
    writeAtomicBy(path, (whole) => {
      for (const input of new Set([...inputs, ...theirs.keys(), ...ours.keys()])) {
        const own = added.has(input) ? ours.get(input) : undefined;
        const other = own ? undefined : theirs.get(input);
        const kept = own ?? other ?? ours.get(input);
        if (kept) copyBytes(other ? there : file, kept, whole);
      }
    });
  } finally {
    closeSync(there);
  }
}

/**
 * What a manifest says: the last line of each input, in the order in which the inputs first appear. The file is open as long as
 * lines are drawn.
 *
 * @throws the system's error where it can't be read
 */
export function readManifest(path: string): Iterable<ManifestLine> {
  const file = openSync(path, 'r');
  const extents = extentsIn(file);
  const read = readingAhead(file);
  return (function* () {
    try {
      for (const extent of extents.values()) {
        const line = parsed(read(extent));
        if (line) yield line;
      }
    } finally {
      closeSync(file);
    }
  })();
}

const resolved = (inputs: Iterable<string>): string[] => Array.from(inputs, (input) => resolve(input));

/** Where the last whole line of each input lies, by its resolved path. */
function extentsIn(file: number): Map<string, Extent> {
  const extents = new Map<string, Extent>();
  for (const { at, length, bytes } of linesIn(file)) {
    const input = inputOf(bytes) ?? parsed(bytes)?.input;
    if (input !== undefined) extents.set(resolve(input), { at, length });
  }
  return extents;
}

function* present(extents: ReadonlyMap<string, Extent>, inputs: Iterable<string>): Generator<Extent> {
  for (const input of inputs) {
    const extent = extents.get(input);
    if (extent) yield extent;
  }
}

/** How a line begins and ends that {@link openManifest} wrote, whole; inside of strings no quotation mark stands without a backslash. */
const BEGIN = Buffer.from('{"input":"');
const END = /[^\\]"company":"[^"\\]*"(?:,"stats":\[[\d.,]*\])?\}\n?$/;
/** More than a line's end takes. */
const TAIL = 256;
const [QUOTE, BACKSLASH] = [34, 92];

/** The input of a line, without all the rest; undefined where it takes a parser to tell. */
function inputOf(bytes: Buffer): string | undefined {
  if (!bytes.subarray(0, BEGIN.length).equals(BEGIN)) return undefined;
  const end = bytes.indexOf(QUOTE, BEGIN.length);
  const named = bytes.subarray(BEGIN.length, end);
  const whole =
    end >= 0 && !named.includes(BACKSLASH) && END.test(bytes.toString('latin1', Math.max(0, bytes.length - TAIL)));
  return whole ? named.toString() : undefined;
}

function parsed(bytes: Buffer): ManifestLine | undefined {
  try {
    const line = JSON.parse(bytes.toString()) as Partial<ManifestLine> | null;
    return typeof line?.input === 'string' ? (line as ManifestLine) : undefined;
  } catch {
    return undefined;
  }
}
