/**
 * A batch through faults, with real processes, small: `npm run faults` does the same with more documents and more faults. What it
 * needs and this machine lacks (redis-server, root) is skipped, and said to be.
 */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const FAULTS = join(import.meta.dirname, '../dist/faults/main.js');

describe('faults', () => {
  test.each(['kill -9 of a batch', 'kill -9 of workers', 'Redis killed and restarted', 'disk full'])(
    '%s: nothing lost, nothing twice, the same bytes',
    (only) => {
      const args = [FAULTS, '--documents', '96', '--faults', '2', '--only', only];
      const told = execFileSync(process.execPath, args, { encoding: 'utf8' });
      expect(told).toMatch(/the same bytes|skipped: /);
    },
    600_000,
  );
});
