/** The service under many connections, small: `npm run load` does it for longer and compares its rate with a batch's. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const LOAD = join(import.meta.dirname, '../dist/load/main.js');

test('16 connections for some seconds: every request is answered, memory does not grow', () => {
  const args = [LOAD, '--seconds', '4', '--connections', '16', '--documents', '24'];
  // It fails by its exit code where a request failed or memory grew.
  const told = execFileSync(process.execPath, args, { encoding: 'utf8' });
  const [, converted, failed] = /^(\d+) converted, (\d+) failed/m.exec(told)!;
  expect(Number(converted)).toBeGreaterThan(0);
  expect(failed).toBe('0');
}, 600_000);
