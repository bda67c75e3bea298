/** How far a run is: a bar on a terminal, one line a minute in a log. */

import { clearBeforeLines, err, onTerminal } from './terminal.js';

export interface Progress {
  step(documents?: number): void;
  /** Documents that need not be done: they tell nothing of the pace. */
  keep(documents: number): void;
  stop(): void;
}

/** Fewer inputs are done before a bar could be read. */
const MANY = 20;
/** Milliseconds between lines in a log. */
export const MINUTE = 60_000;
/** Back to the start of the line, and clear it (ECMA-48: CR, EL). */
const CLEAR_LINE = '\r\u001b[2K';
/** Save the place of the cursor (DECSC). */
const SAVE_CURSOR = '\u001b7';

export async function progress(total: number, quiet: boolean): Promise<Progress> {
  if (quiet || total < MANY) return { step: () => undefined, keep: () => undefined, stop: () => undefined };
  const pace = paceOf(total);
  return onTerminal() ? bar(total, pace) : log(total, pace);
}

interface Pace {
  /** `kept` ones counted. */
  done: number;
  kept: number;
  /** `310/s, 42 s left`. */
  words(): string;
}

function paceOf(total: number): Pace {
  const started = performance.now();
  return {
    done: 0,
    kept: 0,
    words() {
      const rate = (this.done - this.kept) / ((performance.now() - started) / 1000);
      if (rate === 0) return 'starting';
      return `${rate.toFixed(rate < 10 ? 1 : 0)}/s, ${duration((total - this.done) / rate)} left`;
    },
  };
}

/** `42 s`, `3 min`, `2 h 5 min`. */
function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

async function bar(total: number, pace: Pace): Promise<Progress> {
  const { Presets, SingleBar } = await import('cli-progress');
  const format = '{bar} {value}/{total} documents, {pace}';
  // With linewrap the line is cut to the window's width; without, the terminal is told not to wrap, and stays so after Ctrl-C.
  const options = { format, clearOnComplete: true, noTTYOutput: false, linewrap: true };
  const shown = new SingleBar(options, Presets.shades_grey);
  shown.start(total, 0, { pace: pace.words() });
  clearBeforeLines(CLEAR_LINE);
  const step = (documents = 1): void => {
    pace.done += documents;
    shown.increment(documents, { pace: pace.words() });
  };
  return {
    step,
    keep(documents) {
      pace.kept += documents;
      step(documents);
    },
    stop() {
      clearBeforeLines('');
      // The bar takes the cursor back to where it was saved at the start, over the lines that were told since.
      process.stderr.write(SAVE_CURSOR);
      shown.stop();
    },
  };
}

function log(total: number, pace: Pace): Progress {
  const timer = setInterval(() => err(`teigram: ${pace.done} of ${total} documents, ${pace.words()}`), MINUTE);
  return {
    step(documents = 1) {
      pace.done += documents;
    },
    keep(documents) {
      pace.kept += documents;
      pace.done += documents;
    },
    stop: () => clearInterval(timer),
  };
}
