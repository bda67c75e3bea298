/** Processor time, so that other programs on the machine don't count. */

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
