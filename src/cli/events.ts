/** `--events`: how far a batch is, for programs: a JSON object a line, written as it happens. */

import { closeSync, openSync, writeSync } from 'node:fs';
import type { ManifestLine } from '../batch/manifest.js';
import { fileError } from './files.js';

export interface Events {
  step(documents?: number): void;
  /** A document that failed. */
  document(line: ManifestLine): void;
  end(counts: Readonly<Record<string, number>>): void;
}

/** Milliseconds between events of progress. */
const OFTEN = 1000;

/** A writer of JSON lines to a file or a pipe, begun anew; none where no path is named. */
export function jsonLines(path: string | undefined): ((value: object) => void) & { close(): void } {
  if (path === undefined) return Object.assign(() => undefined, { close: () => undefined });
  let file: number;
  try {
    file = openSync(path, 'w');
  } catch (error) {
    throw fileError(path, error);
  }
  const write = (value: object): void => {
    writeSync(file, `${JSON.stringify(value)}\n`);
  };
  return Object.assign(write, { close: () => closeSync(file) });
}

export function eventsTo(path: string | undefined, total: number): Events {
  const write = jsonLines(path);
  const started = performance.now();
  let done = 0;
  let last = 0;
  const seconds = (): number => Math.round(performance.now() - started) / 1000;
  write({ event: 'start', total });
  return {
    step(documents = 1) {
      done += documents;
      if (path === undefined || performance.now() - last < OFTEN) return;
      last = performance.now();
      const rate = done / ((last - started) / 1000);
      write({ event: 'progress', seconds: seconds(), done, total, rate, left: (total - done) / rate });
    },
    document: (line) => write({ event: 'document', seconds: seconds(), ...line }),
    end(counts) {
      write({ event: 'end', seconds: seconds(), ...counts });
      write.close();
    },
  };
}
