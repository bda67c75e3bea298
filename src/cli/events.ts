/** `--events`: how far a batch is, for programs: a JSON object a line, written as it happens; and `--details`. */

import { closeSync, openSync, writeSync } from 'node:fs';
import { endLine } from '../batch/lines.js';
import type { ManifestLine } from '../batch/manifest.js';
import { lookAt } from '../batch/stat.js';
import { checkLines, fileError } from './files.js';
import { CommandError, err } from './terminal.js';

export interface Events {
  step(documents?: number): void;
  /** Documents that need not be done: `done` counts them, the rate doesn't. */
  keep(documents: number): void;
  /** A document that failed. */
  document(line: ManifestLine): void;
  end(counts: Readonly<Record<string, number>>): void;
}

/** Milliseconds between events of progress. */
const OFTEN = 1000;

type JsonLines = ((value: object) => void) & { close(): void };

/**
 * A writer of JSON lines, added to what a file or a pipe holds; none where no path is named.
 *
 * @throws CommandError where the file holds something else, or can't be written
 */
export function jsonLines(path: string | undefined, kind: 'details' | 'events'): JsonLines {
  if (path === undefined) return Object.assign(() => undefined, { close: () => undefined });
  const file = opened(path, kind);
  let isRead = true;
  const write = (value: object): void => {
    if (!isRead) return;
    try {
      writeSync(file, `${JSON.stringify(value)}\n`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw Object.assign(error as Error, { path });
      // A batch of days doesn't end because whoever looked on has gone.
      isRead = false;
      err(`teigram: ${path}: nobody reads it any more; --${kind} ends`);
    }
  };
  return Object.assign(write, { close: () => closeSync(file) });
}

/** @throws CommandError */
function opened(path: string, kind: 'details' | 'events'): number {
  try {
    checkLines(path, kind);
    if (lookAt(path)?.isFile() === false) return openSync(path, 'a');
    const file = openSync(path, 'a+');
    endLine(file);
    return file;
  } catch (error) {
    throw error instanceof CommandError ? error : fileError(path, error);
  }
}

export function eventsTo(path: string | undefined, total: number): Events {
  const write = jsonLines(path, 'events');
  const started = performance.now();
  let done = 0;
  let kept = 0;
  let last = Number.NEGATIVE_INFINITY;
  const seconds = (): number => Math.round(performance.now() - started) / 1000;
  write({ event: 'start', total });
  const step = (documents = 1): void => {
    done += documents;
    if (path === undefined || documents === 0 || performance.now() - last < OFTEN) return;
    last = performance.now();
    const rate = (done - kept) / ((last - started) / 1000);
    write({ event: 'progress', seconds: seconds(), done, total, rate, left: (total - done) / rate });
  };
  return {
    step,
    keep(documents) {
      kept += documents;
      step(documents);
    },
    document: (line) => write({ event: 'document', seconds: seconds(), ...line }),
    end(counts) {
      write({ event: 'end', seconds: seconds(), ...counts });
      write.close();
    },
  };
}
