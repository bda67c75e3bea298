/** Processor time, so that other programs on the machine don't count; and the clock's, for commands. */

import { spawnSync } from 'node:child_process';

/** Seconds of processor time of this process so far. */
export function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Seconds of processor time that a piece of work takes. */
export function secondsOf(work: () => unknown): number {
  const start = clock();
  work();
  return clock() - start;
}

/** Seconds. */
export interface Cost {
  /** By the clock. */
  readonly elapsed: number;
  /** Of processor time, of all threads. */
  readonly processor: number;
}

/** Run a command to its end, whatever comes of it; undefined where it isn't there. */
export function costOf(
  command: string,
  args: readonly string[],
  cwd?: string,
): (Cost & { readonly status: number | null }) | undefined {
  const script = 'TIMEFORMAT="cost %R %U %S"; time "$@" >/dev/null 2>&1';
  const options = { encoding: 'utf8', ...(cwd !== undefined && { cwd }) } as const;
  const { stderr, status } = spawnSync('bash', ['-c', script, 'bash', command, ...args], options);
  const [, elapsed, user, system] = /cost (\S+) (\S+) (\S+)/.exec(stderr) ?? [];
  if (status === 127 || !elapsed) return undefined;
  return { elapsed: Number(elapsed), processor: Number(user) + Number(system), status };
}
