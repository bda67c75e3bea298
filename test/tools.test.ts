/** The commands of a checkout beside `teigram`: each tells how it is used, and ends with 2 where it can't be meant so. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const DIST = join(import.meta.dirname, '../dist');
const run = (program: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(DIST, program), ...args], { encoding: 'utf8' });

describe.each([
  { program: 'bench/main.js', wrong: ['--parts', 'outsides'], named: 'outsides' },
  { program: 'faults/main.js', wrong: ['--documents', 'many'], named: 'many' },
  { program: 'faults/main.js', wrong: ['--only', 'nothing'], named: 'nothing' },
  { program: 'fuzz/main.js', wrong: ['300', 'seed'], named: 'seed' },
  { program: 'load/main.js', wrong: ['--seconds', '0'], named: '0' },
  { program: 'train/main.js', wrong: ['blocs'], named: 'blocs' },
  { program: 'train/evaluate.js', wrong: ['--fold', '1'], named: '--fold' },
])('$program', ({ program, wrong, named }) => {
  test('tells its options', () => {
    const { status, stdout } = run(program, '--help');
    expect(stdout).toMatch(/^Usage: npm run \w+ -- /);
    expect(status).toBe(0);
  });

  test('names what it does not know', () => {
    const { status, stderr } = run(program, ...wrong);
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(`'${named}'`);
    expect(status).toBe(2);
  });
});
