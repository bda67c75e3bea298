/** The commands of a checkout beside `teigram`: each tells how it is used, and ends with 2 where it can't be meant so. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const DIST = join(import.meta.dirname, '../dist');
const run = (program: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(DIST, program), ...args], { encoding: 'utf8' });

describe.each([
  ['bench/main.js', '--parts', 'outsides'],
  ['faults/main.js', '--documents', 'many'],
  ['fuzz/main.js', '300', 'seed'],
  ['load/main.js', '--seconds', '0'],
  ['train/evaluate.js', '--fold', '1'],
])('%s', (program, ...wrong) => {
  test('tells its options', () => {
    const { status, stdout } = run(program, '--help');
    expect(stdout).toMatch(/^Usage: npm run \w+ -- /);
    expect(status).toBe(0);
  });

  test('names what it does not know', () => {
    const { status, stderr } = run(program, ...wrong);
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(`'${wrong.at(wrong[0] === '--fold' ? 0 : 1)}'`);
    expect(status).toBe(2);
  });
});
