/** The process as commands see it: the only home of `process`, save for the few lines of main.ts. */

import { fstatSync } from 'node:fs';
import { constants } from 'node:os';
import { createColors } from 'picocolors';
import { explain } from '../batch/explain.js';

/** Standard output, as `-` names it where a file is asked for. */
export const STDOUT = '-';

/** Exit codes: what scripts and CI read. */
export const EXIT = {
  clean: 0,
  /** Something was found: our own output breaks the schema, or a doubt under `--strict`. */
  findings: 1,
  /** Wrong use, or a file that cannot be read or written. */
  failure: 2,
} as const;

/** Wrong use or an input/output error: printed as it stands, exit code 2. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
    this.name = 'CommandError';
  }
}

/** Whether standard error is a terminal that knows more than lines. */
export const onTerminal = (): boolean => process.stderr.isTTY === true && process.env.TERM !== 'dumb';

/** Colours for standard error: none in a pipe, on a dumb terminal, under NO_COLOR. */
export const colours = createColors(onTerminal() && !process.env.NO_COLOR);

/** Whether standard output wants colours. */
export const colourful = (): boolean =>
  process.stdout.isTTY === true && process.env.TERM !== 'dumb' && !process.env.NO_COLOR;

export const out = (text: string | Uint8Array): void => {
  process.stdout.write(text);
};

let clear = '';

/** Have each line of {@link err} come after this sequence: it clears a progress bar away, which is drawn again below. */
export const clearBeforeLines = (sequence: string): void => {
  clear = sequence;
};

export const err = (line: string): void => {
  process.stderr.write(`${clear}${line}\n`);
};

/** `teigram: error: …` with a hint below: for what has no place in a file. */
export function complain(message: string, hint?: string): void {
  err(`teigram: ${colours.red('error')}: ${message}`);
  if (hint) err(`  hint: ${hint}`);
}

/** Raise the exit code; it never falls again. */
export function exitWith(code: number): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
}

/** End at once, where something would keep the process alive for ever. */
export function endNow(code: number): never {
  process.exit(code);
}

/** All of standard input. */
export async function readStdin(): Promise<Uint8Array> {
  if (process.stdin.isTTY) err('teigram: reading standard input, end it with Ctrl-D; --help shows other ways');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A reader that has had enough (`| head`) ends us quietly; a full disk behind `>` does not. */
export function guardStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') {
        complain(`standard output: ${explain(error)?.what ?? error.message}`, explain(error)?.todo);
        exitWith(EXIT.failure);
      }
      process.exit();
    });
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Have Ctrl-C and SIGTERM end us where no command sees to them itself, also as the first process of a container: that gets no signal
 * that it has no listener for.
 */
export function endOnSignals(): void {
  if (process.pid !== 1) return;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
    });
  }
}

/**
 * Stopping when asked to (Ctrl-C, SIGTERM): the first time what is in hand is finished, the second time nothing is waited for.
 * Call `done` when there is nothing left to stop.
 */
export function stopRequest(): { readonly signal: AbortSignal; done(): void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.failure);
    err('teigram: stopping when the documents in hand are done; once more to stop at once');
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return {
    signal: controller.signal,
    done: () => {
      for (const signal of SIGNALS) process.off(signal, stop);
    },
  };
}

/**
 * Milliseconds of processor time so far. It tells better than the clock whether work is worth threads: on a busy machine
 * the clock would ask for threads which have no core to run on.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A variable of the environment; undefined where it is not set. */
export const environment = (name: string): string | undefined => process.env[name];

/**
 * Standard input as it comes.
 *
 * @throws the system's error where it is a folder, of which Node gives nothing
 */
export async function* stdinChunks(): AsyncGenerator<Uint8Array> {
  if (fstatSync(0).isDirectory()) throw Object.assign(new Error('standard input is a folder'), { code: 'EISDIR' });
  yield* process.stdin;
}
