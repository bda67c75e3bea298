/**
 * `npm run faults [-- --documents 10000 --faults 8 --times 5]`: batches through kills, restarts and full disks, with real processes; at the
 * end of each the outputs must be those of a quiet run, byte for byte, none lost and none besides. Exit code 1 where they aren't.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { finished, teigram } from './commands.js';
import { SCENARIOS } from './scenarios.js';
import { inventedTelegrams } from './telegrams.js';
import { compare } from './tree.js';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    times: { type: 'string', default: '1' },
    faults: { type: 'string', default: '8' },
    only: { type: 'string', default: '' },
  },
});

const root = mkdtempSync(join(tmpdir(), 'teigram-faults-'));
try {
  const input = join(root, 'in');
  for (const [name, text] of Object.entries(inventedTelegrams(Number(values.documents)))) {
    mkdirSync(dirname(join(input, name)), { recursive: true });
    writeFileSync(join(input, name), text);
  }
  const apart = Math.ceil((2 * Number(values.documents)) / Number(values.faults));
  const quiet = join(root, 'quiet');
  await finished(teigram('batch', input, '-o', quiet, '--quiet'));
  console.log(`${values.documents} documents; a quiet run for comparison is done`);
  const scenarios = SCENARIOS.filter(({ name }) => name.includes(values.only));
  for (let time = 1; time <= Number(values.times); time++) {
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
