/** Redis as commands see it. */

import { CommandError, err } from './terminal.js';

/** @throws CommandError where there is no Redis at this address now */
export async function reachable(url: string): Promise<void> {
  if (!/^rediss?:\/\//.test(url)) throw new CommandError(`--queue ${url}: not redis://host:port`);
  const { ping } = await import('../queue/store.js');
  try {
    await ping(url);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandError(`${url}: ${code ?? message}`, 'start it: redis-server --appendonly yes');
  }
}

/** Milliseconds in which an error is told once. */
const OFTEN = 30_000;

/** A listener that tells now and then that a connection is lost; it comes back by itself. */
export function awayFrom(url: string): (error: Error) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (performance.now() - told < OFTEN) return;
    told = performance.now();
    err(`teigram: ${url}: ${(error as NodeJS.ErrnoException).code ?? error.message}; waiting for it to come back`);
  };
}
