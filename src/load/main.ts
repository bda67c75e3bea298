/**
 * `npm run load`: the service under load on loopback, beside `teigram batch` on the same telegrams in the same run. Exit code 1 where a
 * request failed or the service's memory grew. Telegrams come from the corpus, or else are the sample.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { telegrams } from '../bench/telegrams.js';
import { count } from '../cli/numbers.js';
import { tool } from '../cli/tool.js';
import { serve, timed } from './processes.js';

const { seconds, connections, documents } = tool(
  'load',
  'Put the service under load, beside a batch of the same telegrams.',
)
  .option('--seconds <n>', 'how long', count, 20)
  .option('--connections <n>', 'how many at a time', count, 16)
  .option('--documents <n>', 'how many telegrams, one after the other, over and over', count, 400)
  .parse()
  .opts<{ seconds: number; connections: number; documents: number }>();
const threads = availableParallelism();
const texts = telegrams(documents);
/** Memory grows if its peak in the last quarter is more than so many times its peak in the second, and beyond what threads warm up to. */
const GROWTH = 1.25;
const WARM = 512 * 2 ** 20;
/** Milliseconds between looks at the service. */
const OFTEN = 500;

/** Each telegram in a folder of its own: the service, too, sees one at a time. */
function batch(): { rate: number; perSecond: number } {
  const root = mkdtempSync(join(tmpdir(), 'teigram-load-'));
  try {
    texts.forEach(({ text, volume, id }, i) => {
      mkdirSync(join(root, 'in', String(i), volume), { recursive: true });
      writeFileSync(join(root, 'in', String(i), volume, `${id}.txt`), text);
    });
    const { elapsed, processor } = timed('batch', join(root, 'in'), '-o', join(root, 'out'), '--quiet');
    return { rate: texts.length / elapsed, perSecond: texts.length / processor };
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function load() {
  const service = await serve(threads);
  const memory: number[] = [];
  const look = setInterval(() => {
    service.measure().then(
      (now) => memory.push(now.memory),
      () => undefined,
    );
  }, OFTEN);
  try {
    const before = await service.measure();
    const result = await autocannon({
      url: service.url,
      connections,
      duration: seconds,
      requests: texts.map(({ text, volume, id }) => ({
        method: 'POST' as const,
        path: `/convert?volume=${volume}&doc=${id}`,
        headers: { 'content-type': 'text/plain' },
        body: text,
      })),
    });
    const after = await service.measure();
    return { result, processor: after.processor - before.processor, memory };
  } finally {
    clearInterval(look);
    await service.stop();
  }
}

const mega = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
const row = (what: string, ...cells: string[]): void =>
  console.log(what.padEnd(28) + cells.map((cell) => cell.padStart(14)).join(''));

const alone = batch();
const { result, processor, memory } = await load();
const converted = result['2xx'];
const failed = result.errors + result.timeouts + result.non2xx;
const quarter = Math.max(1, Math.floor(memory.length / 4));
const [settled, end] = [Math.max(...memory.slice(quarter, 2 * quarter)), Math.max(...memory.slice(-quarter))];
const service = { rate: converted / result.duration, perSecond: converted / processor };

console.log(`${texts.length} telegrams, ${threads} threads; ${connections} connections for ${seconds} s\n`);
row('', 'documents/s', '… of processor');
row('teigram batch, with its start', alone.rate.toFixed(1), alone.perSecond.toFixed(1));
row('teigram serve', service.rate.toFixed(1), service.perSecond.toFixed(1));
row('ratio', (service.rate / alone.rate).toFixed(2), (service.perSecond / alone.perSecond).toFixed(2));
console.log(
  `\n${converted} converted, ${failed} failed; milliseconds: ${result.latency.p50} median, ${result.latency.p99} in 99 of 100`,
);
console.log(`memory ${mega(settled)} MB in the second quarter, ${mega(end)} MB in the last`);
if (failed > 0 || converted === 0 || (end > GROWTH * settled && end > WARM)) process.exitCode = 1;
