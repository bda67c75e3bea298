/**
 * `npm run bench`: how fast teigram is, beside other programs on the same outputs in the same run. Telegrams come from the corpus, or
 * else are the sample, many times over.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { count } from '../cli/numbers.js';
import { tool } from '../cli/tool.js';
import { printBatches } from './batch-tables.js';
import { growthByDocuments, growthByLength } from './growth.js';
import { commandSeconds, outsideSeconds } from './outside.js';
import { firstView } from './review.js';
import { stageSeconds } from './stages.js';
import { telegrams } from './telegrams.js';
import { SHAPES } from './texts.js';
import { printValidation } from './validate.js';

/** What there is to measure, and what it is. */
const PARTS = {
  stages: 'reading, resolving, writing and validating, apart and together',
  outside: 'besides, xmllint, jing and a plain copy on the same outputs',
  start: 'one call of the command',
  length: 'cost by the length of the text, for some shapes of text',
  count: 'cost by the number of documents',
  batches: 'a batch of so many short documents, twice',
  queue: 'one worker on a queue, then two',
  folder: 'convert as a command on a folder, beside xmllint on its outputs',
  review: 'the first view of the review page, in a browser',
};
type Part = keyof typeof PARTS;
/** A few minutes in all. */
const USUAL: readonly Part[] = ['stages', 'outside', 'start', 'length', 'count'];

function among<T extends string>(known: Readonly<Record<T, unknown>>): (value: string) => T[] {
  return (value) =>
    value.split(',').map((one) => {
      if (!Object.hasOwn(known, one)) throw new InvalidArgumentError(`There are: ${Object.keys(known).join(', ')}.`);
      return one as T;
    });
}

const values = tool('bench', 'How fast teigram is, in processor time, as ratios to other programs in the same run.')
  .addOption(
    new Option('--parts <names>', 'what to measure, names with commas between')
      .argParser(among(PARTS))
      .default(USUAL, USUAL.join(',')),
  )
  .option('--documents <n>', 'how many documents', count, 1000)
  .option(
    '--shapes <names>',
    'the shapes of text for `length`, names with commas between (default: all)',
    among(SHAPES),
  )
  .option('--largest <n>', 'the longest text for `length`, in characters', count, 5_000_000)
  .addHelpText(
    'after',
    `\nParts:\n${Object.entries(PARTS)
      .map(([name, what]) => `  ${name.padEnd(10)} ${what}`)
      .join('\n')}\n\nShapes: ${Object.keys(SHAPES).join(', ')}`,
  )
  .parse()
  .opts<{ parts: readonly Part[]; documents: number; shapes?: string[]; largest: number }>();

const parts = new Set(values.parts);
const texts = telegrams(values.documents);
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
  const sizes = [1000, 10_000, 100_000, 1_000_000, 5_000_000].filter((one) => one <= values.largest);
  console.log('\nseconds of processor time for a million characters, by the length of the text');
  row('', ...sizes.map((one) => `${one / 1000} K`), 'last/10 K');
  for (const { shape, perMillion } of growthByLength(sizes, values.shapes)) {
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

if (parts.has('stages') || parts.has('outside')) speed();
if (parts.has('start')) {
  console.log('\nmilliseconds of processor time of one call');
  for (const [what, seconds] of Object.entries(commandSeconds())) row(what, (seconds * 1000).toFixed(0));
}
if (parts.has('length')) byLength();
if (parts.has('count')) byCount();
await printBatches(parts, row, values.documents, texts);
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
