/**
 * `npm run bench [-- --documents 1000]`: telegrams a second in one process, each stage apart and all together, and start-up,
 * beside xmllint on the same outputs, all by processor time. Telegrams come from the corpus, or else are the sample, many times over.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commandSeconds, xmllintSeconds } from './outside.js';
import { stageSeconds } from './stages.js';
import { telegrams } from './telegrams.js';
import { printValidation } from './validate.js';

const { values } = parseArgs({ options: { documents: { type: 'string', default: '1000' } } });

const texts = telegrams(Number(values.documents));
const size = texts.reduce((sum, { text }) => sum + text.length, 0);
console.log(
  `${texts.length} telegrams, ${(size / texts.length / 1000).toFixed(1)} thousand characters each; documents by second of processor time\n`,
);

const row = (what: string, seconds: number, note = ''): void =>
  console.log(`${what.padEnd(34)} ${(texts.length / seconds).toFixed(0).padStart(7)} /s  ${note}`);

const { stages, together, outputs } = stageSeconds(texts);
for (const [stage, seconds] of Object.entries(stages))
  row(stage, seconds, `${((100 * seconds) / together).toFixed(0)} %`);
row('convert, all of it', together);

const folder = mkdtempSync(join(tmpdir(), 'teigram-bench-'));
try {
  const xmllint = xmllintSeconds(folder, outputs);
  if (xmllint === undefined) console.log('xmllint is not installed: no comparison');
  else row('xmllint --noout --relaxng', xmllint, `convert takes ${(together / xmllint).toFixed(2)} times as long`);
  console.log('');
  for (const [what, seconds] of Object.entries(commandSeconds())) {
    console.log(`${what.padEnd(34)} ${(seconds * 1000).toFixed(0).padStart(7)} ms`);
  }
  printValidation(folder, outputs);
} finally {
  rmSync(folder, { recursive: true });
}
