/** What the parts of the bench print that run whole commands on many documents: `batches`, `queue` and `folder`. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpusFolder } from '../train/gold.js';
import { batchCost } from './batches.js';
import { folderCost } from './folder.js';
import { queueRates } from './queue.js';
import type { Telegram } from './telegrams.js';

type Row = (what: string, ...cells: string[]) => void;

/** A part: prints what it found out in an empty folder about so many documents, the telegrams in `texts` or others like them. */
type Part = (row: Row, folder: string, count: number, texts: readonly Telegram[]) => Promise<void>;

const seconds = (time: number): string => `${time.toFixed(1)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

const batches: Part = async (row, folder, count) => {
  console.log(`\na batch of ${count} short telegrams, and the same command again`);
  const { first, second, tenths } = await batchCost(folder, count);
  row('', 'by the clock', 'processor', 'peak memory');
  row('first run', seconds(first.elapsed), seconds(first.processor), megabytes(first.memory));
  row('second run', seconds(second.elapsed), seconds(second.processor), megabytes(second.memory));
  const share = ({ of }: { of: 'elapsed' | 'processor' }): string => `${((100 * second[of]) / first[of]).toFixed(1)} %`;
  row('second, of the first', share({ of: 'elapsed' }), share({ of: 'processor' }));
  row('documents/s in each tenth', ...tenths.map((rate) => rate.toFixed(0)));
  // In the first tenth the engine warms up.
  row('last tenth, of the first', (tenths.at(-1)! / tenths[0]!).toFixed(2));
  row('… of the second', (tenths.at(-1)! / tenths[1]!).toFixed(2));
};

const queue: Part = async (row, folder, count, texts) => {
  console.log(`\na queue of ${count} telegrams, documents/s by the clock`);
  const rates = await queueRates(folder, texts, count);
  if (!rates) return console.log('skipped: redis-server is not installed (Debian: apt-get install redis-server)');
  const [one = 0, two = 0] = rates;
  row('one worker with one thread', one.toFixed(0));
  row('two of them', two.toFixed(0), `${(two / one).toFixed(2)} ×`);
};

const folder: Part = async (row, place, _, texts) => {
  console.log(`\nteigram convert on a folder of ${texts.length} telegrams, with lists and validation`);
  if (!existsSync(corpusFolder())) return console.log(`skipped: there is no corpus at ${corpusFolder()}`);
  const { convert, xmllint } = await folderCost(place, texts);
  row('', 'by the clock', 'processor', 'documents/s');
  const rate = (time: number): string => (texts.length / time).toFixed(0);
  row('convert', seconds(convert.elapsed), seconds(convert.processor), rate(convert.elapsed));
  if (!xmllint) return console.log('xmllint is not installed (Debian: apt-get install libxml2-utils)');
  row('xmllint on the outputs', seconds(xmllint.elapsed), seconds(xmllint.processor), rate(xmllint.elapsed));
  const ratio = (of: 'elapsed' | 'processor'): string => `${(convert[of] / xmllint[of]).toFixed(2)} ×`;
  row('ratio', ratio('elapsed'), ratio('processor'));
};

const PARTS: Readonly<Record<string, Part>> = { folder, batches, queue };

/** Print those of the parts that are asked for. */
export async function printBatches(
  asked: ReadonlySet<string>,
  row: Row,
  count: number,
  texts: readonly Telegram[],
): Promise<void> {
  for (const [name, part] of Object.entries(PARTS)) {
    if (!asked.has(name)) continue;
    const place = mkdtempSync(join(tmpdir(), 'teigram-bench-'));
    try {
      await part(row, place, count, texts);
    } finally {
      rmSync(place, { recursive: true });
    }
  }
}
