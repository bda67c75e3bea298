/**
 * `npm run faults`: batches through kills, restarts and full disks, with real processes; at the end of each the outputs must be those of
 * a quiet run, byte for byte, none lost and none besides. Exit code 1 where they aren't.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { count } from '../cli/numbers.js';
import { partOf, tool } from '../cli/tool.js';
import { finished, teigram } from './commands.js';
import { SCENARIOS } from './scenarios.js';
import { inventedTelegrams } from './telegrams.js';
import { compare } from './tree.js';

const names = SCENARIOS.map(({ name }) => name);
const { documents, times, faults, only } = tool(
  'faults',
  'Put batches through faults, and compare all bytes with a quiet run.',
)
  .option('--documents <n>', 'how many documents', count, 10_000)
  .option('--times <n>', 'how many times each scenario is run', count, 1)
  .option('--faults <n>', 'how many faults there are in a run', count, 8)
  .option('--only <part>', `scenarios that have this in their name: ${names.join(', ')}`, partOf(names), '')
  .parse()
  .opts<{ documents: number; times: number; faults: number; only: string }>();

const root = mkdtempSync(join(tmpdir(), 'teigram-faults-'));
try {
  const input = join(root, 'in');
  for (const [name, text] of Object.entries(inventedTelegrams(documents))) {
    mkdirSync(dirname(join(input, name)), { recursive: true });
    writeFileSync(join(input, name), text);
  }
  const apart = Math.ceil((2 * documents) / faults);
  const quiet = join(root, 'quiet');
  await finished(teigram('batch', input, '-o', quiet, '--quiet'));
  console.log(`${documents} documents; a quiet run for comparison is done`);
  const scenarios = SCENARIOS.filter(({ name }) => name.includes(only));
  for (let time = 1; time <= times; time++) {
    for (const { name, run } of scenarios) {
      const work = mkdtempSync(join(root, 'work-'));
      const out = join(work, 'out');
      const started = performance.now();
      const came = await run({ input, out, work, apart });
      if (typeof came === 'string') {
        console.log(`${name}: skipped: ${came}`);
        continue;
      }
      compare(out, quiet);
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      console.log(`${name}: ${came} times, the same bytes, ${seconds} s`);
      rmSync(work, { recursive: true });
    }
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
