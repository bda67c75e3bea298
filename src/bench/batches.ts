/** A batch of many short telegrams: peak memory, whether it keeps its pace, and what the same command costs when nothing is to be done. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Used, used } from './commands.js';

/** Documents a volume. */
const VOLUME = 400;

/** A quarter of a thousand characters, no two alike. */
const shortTelegram = (n: number): string => `${n}. Telegram From the Embassy in Graustark to the Department of State

Graustark, March ${1 + (n % 28)}, 1956—7:48 p.m.

${2000 + n * 7}. Reference Department’s telegram ${1993 + n * 7}. All quiet here.

Allison
`;

/** Write `count` of them below a folder. */
function writeShortTelegrams(folder: string, count: number): void {
  for (let n = 1; n <= count; n++) {
    const volume = join(folder, `frus1955-57v${String(Math.ceil(n / VOLUME)).padStart(3, '0')}`);
    if (n % VOLUME === 1) mkdirSync(volume, { recursive: true });
    writeFileSync(join(volume, `d${n}.txt`), shortTelegram(n));
  }
}

export interface BatchCost {
  readonly first: Used;
  /** The same command again. */
  readonly second: Used;
  /** Documents a second in each tenth of the first run. */
  readonly tenths: readonly number[];
}

/** Run the batch twice. `folder` is empty. */
export async function batchCost(folder: string, documents: number): Promise<BatchCost> {
  const input = join(folder, 'texts');
  writeShortTelegrams(input, documents);
  const events = join(folder, 'events.jsonl');
  const batch = ['batch', input, '-o', join(folder, 'tei'), '--quiet'];
  const first = await used(...batch, '--events', events);
  const second = await used(...batch);
  return { first, second, tenths: tenthsOf(readFileSync(events, 'utf8'), documents) };
}

/** Events are written about once a second: between two of them the pace is taken to be even. */
function tenthsOf(events: string, documents: number): number[] {
  const seen: { readonly seconds: number; readonly done: number }[] = [{ seconds: 0, done: 0 }];
  for (const line of events.trimEnd().split('\n')) {
    const { event, seconds, done = documents } = JSON.parse(line) as { event: string; seconds?: number; done?: number };
    if (seconds !== undefined && event !== 'document') seen.push({ seconds, done });
  }
  const when = (done: number): number => {
    const next = Math.max(
      1,
      seen.findIndex((event) => event.done >= done),
    );
    const [from, to] = [seen[next - 1]!, seen[next]!];
    return from.seconds + ((to.seconds - from.seconds) * (done - from.done)) / (to.done - from.done || 1);
  };
  const times = Array.from({ length: 11 }, (_, tenth) => when((documents * tenth) / 10));
  return times.slice(1).map((time, i) => documents / 10 / (time - times[i]!));
}
