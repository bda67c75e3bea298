/**
 * `npm run bench [-- --documents 1000 --parts stages,outside,start,length,count --largest 5000000]`: how fast teigram is, in
 * one process, by processor time, beside other programs on the same outputs in the same run. Telegrams come from the corpus, or
 * else are the sample, many times over. A few minutes in all; `--parts` and `--shapes` take some of it. The part `review`, which
 * must be asked for, opens the review page in a browser; so must `batches` (a batch of so many short documents, twice), `queue` (one
 * worker and two) and `folder` (`teigram convert` beside xmllint).
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printBatches } from './batch-tables.js';
import { growthByDocuments, growthByLength } from './growth.js';
import { commandSeconds, outsideSeconds } from './outside.js';
import { firstView } from './review.js';
import { stageSeconds } from './stages.js';
import { telegrams } from './telegrams.js';
import { printValidation } from './validate.js';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000' },
    parts: { type: 'string', default: 'stages,outside,start,length,count' },
    shapes: { type: 'string' },
    largest: { type: 'string', default: '5000000' },
  },
});

const parts = new Set(values.parts.split(','));
const texts = telegrams(Number(values.documents));
const size = texts.reduce((sum, { text }) => sum + text.length, 0);
const LABEL = 34;

const row = (what: string, ...cells: string[]): void =>
  console.log(what.padEnd(LABEL) + cells.map((cell) => cell.padStart(12)).join(''));

function speed(): void {
  console.log(`${texts.length} telegrams, ${(size / texts.length / 1000).toFixed(1)} thousand characters each\n`);
  const { stages, together, outputs } = stageSeconds(texts);
  row('', 'documents/s', 'MB/s', 'ratio');
  const print = (what: string, seconds: number): void =>
    row(what, (texts.length / seconds).toFixed(0), (size / 1e6 / seconds).toFixed(1), (seconds / together).toFixed(3));
  for (const [stage, seconds] of Object.entries(stages)) print(stage, seconds);
  print('convert, all of it', together);
  if (parts.has('outside')) {
    const folder = mkdtempSync(join(tmpdir(), 'teigram-bench-'));
    try {
      for (const [what, seconds] of Object.entries(outsideSeconds(folder, outputs))) print(what, seconds);
      printValidation(folder, outputs);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  console.log(`\npeak memory ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`);
}

function byLength(): void {
  const sizes = [1000, 10_000, 100_000, 1_000_000, 5_000_000].filter((one) => one <= Number(values.largest));
  console.log('\nseconds of processor time for a million characters, by the length of the text');
  row('', ...sizes.map((one) => `${one / 1000} K`), 'last/10 K');
  for (const { shape, perMillion } of growthByLength(sizes, values.shapes?.split(','))) {
    const ratio = perMillion[perMillion.length - 1]! / perMillion[Math.min(1, perMillion.length - 1)]!;
    row(shape, ...perMillion.map((seconds) => seconds.toFixed(3)), ratio.toFixed(2));
  }
}

function byCount(): void {
  const counts = [100, 1000, 10_000];
  console.log('\nmilliseconds of processor time a document, by the number of documents of one volume');
  const each = growthByDocuments(texts, counts);
  counts.forEach((count, i) => {
    row(String(count), (each[i]! * 1000).toFixed(2), `${(each[i]! / each[1]!).toFixed(2)} ×`);
  });
  console.log(`\npeak memory ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`);
}

if (parts.has('stages')) speed();
if (parts.has('start')) {
  console.log('\nmilliseconds of processor time of one call');
  for (const [what, seconds] of Object.entries(commandSeconds())) row(what, (seconds * 1000).toFixed(0));
}
if (parts.has('length')) byLength();
if (parts.has('count')) byCount();
await printBatches(parts, row, Number(values.documents), texts);
if (parts.has('review')) {
  const seen = await firstView(texts, 10_000);
  console.log('\nmilliseconds by the clock until the review page shows the first of 10,000 documents');
  if (!seen) console.log('skipped: chromium is not installed (Debian: apt-get install chromium)');
  else {
    row('from the command to the address', seen.start.toFixed(0));
    row('from the address to the list', seen.view.toFixed(0), `${(seen.view / seen.empty).toFixed(1)} ×`);
    row('an empty page', seen.empty.toFixed(0));
  }
}
