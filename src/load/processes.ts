/** The service as a process of its own, and commands timed by the clock and by processor time. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Cost, costOf } from '../bench/clock.js';

const MAIN = fileURLToPath(new URL('../cli/main.js', import.meta.url));

/** Run `teigram` to its end; throws where it fails. */
export function timed(...args: string[]): Cost {
  const cost = costOf(process.execPath, [MAIN, ...args]);
  if (cost?.status !== 0) throw new Error(`teigram ${args.join(' ')}: exit code ${cost?.status}`);
  return cost;
}

export interface Service {
  readonly url: string;
  /** Seconds of processor time so far, and bytes of memory now. */
  measure(): Promise<{ readonly processor: number; readonly memory: number }>;
  stop(): Promise<void>;
}

/** Start `teigram serve` on a free port of this machine alone, and wait until its workers are warm. */
export async function serve(workers: number): Promise<Service> {
  const args = [MAIN, 'serve', '--port', '0', '--no-log', '--workers', String(workers)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const url = await addressOf(child);
  while ((await fetch(`${url}/ready`)).status !== 200) await new Promise((later) => setTimeout(later, 100));
  return {
    url,
    async measure() {
      const text = await (await fetch(`${url}/metrics`)).text();
      const read = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)![1]);
      return { processor: read('process_cpu_seconds_total'), memory: read('process_resident_memory_bytes') };
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The address that a server tells on standard error; throws where it ends without one. */
export async function addressOf({ stderr }: ChildProcess): Promise<string> {
  let told = '';
  for await (const text of stderr!.setEncoding('utf8')) {
    told += text;
    const [url] = /http:\/\/\S+/.exec(told) ?? [];
    if (url) return url;
  }
  throw new Error(`the server ended: ${told}`);
}
