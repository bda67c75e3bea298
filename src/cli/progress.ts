/** A progress bar for many inputs, on a terminal only. */

import { onTerminal } from './terminal.js';

export interface Progress {
  /** Whether a bar is on the screen, so that nothing else should be written. */
  readonly active: boolean;
  step(): void;
  stop(): void;
}

const NONE: Progress = { active: false, step: () => undefined, stop: () => undefined };
/** Fewer inputs are done before a bar could be read. */
const MANY = 20;

export async function progress(total: number, quiet: boolean): Promise<Progress> {
  if (quiet || total < MANY || !onTerminal()) return NONE;
  const { Presets, SingleBar } = await import('cli-progress');
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} documents, {eta_formatted} left', clearOnComplete: true, noTTYOutput: false },
    Presets.shades_grey,
  );
  bar.start(total, 0);
  return { active: true, step: () => bar.increment(), stop: () => bar.stop() };
}
