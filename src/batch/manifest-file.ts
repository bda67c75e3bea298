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
  const opened = end();
  let expected = opened;
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
      await locked(path, (holdOn) => {
        if (isShared()) writeMerged({ path, file, opened, added }, inputs, holdOn);
        else
          writeAtomicBy(path, (whole) => {
            for (const run of runs) {
              holdOn();
              copyBytes(file, run, whole);
            }
          });
      });
    },
    close: () => closeSync(file),
  };
}

/** A manifest's file as it was opened. */
interface Opened {
  readonly path: string;
  readonly file: number;
  /** Where it ended when it was opened: what follows was written since. */
  readonly opened: number;
  /** Inputs of which lines were added to it here. */
  readonly added: ReadonlySet<string>;
}

/**
 * The lines of a file that was opened, and of what lies at its path now; of inputs of which lines were added, those hold. Of others
 * than `inputs`, lines that were there at opening are left out, unless another process put them into a file of its own.
 */
function writeMerged({ path, file, opened, added }: Opened, inputs: readonly string[], holdOn: () => void): void {
  const there = openSync(path, 'a+');
  try {
    const isSame = fstatSync(there).ino === fstatSync(file).ino;
    const ours = extentsIn(file, holdOn);
    const theirs = isSame ? ours : extentsIn(there, holdOn);
    const wanted = new Set([...inputs, ...added]);
    writeAtomicBy(path, (whole) => {
      for (const input of new Set([...inputs, ...theirs.keys(), ...ours.keys()])) {
        holdOn();
        const own = added.has(input) ? ours.get(input) : undefined;
        const other = own || isSame ? undefined : theirs.get(input);
        const kept = own ?? other ?? ours.get(input);
        if (kept && (other || wanted.has(input) || kept.at >= opened)) copyBytes(other ? there : file, kept, whole);
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
function extentsIn(file: number, eachLine = (): void => {}): Map<string, Extent> {
  const extents = new Map<string, Extent>();
  for (const { at, length, bytes } of linesIn(file)) {
    eachLine();
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
