/** A queue on a real Redis: a document that fails is a dead letter, is mended, and submitted again; texts and outputs through the queue. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finished, redisServer, teigram } from '../dist/faults/commands.js';
import { docx } from './intake-samples.js';

const folder = mkdtempSync(join(tmpdir(), 'teigram-queue-'));
const [texts, out] = [join(folder, 'texts'), join(folder, 'tei')];
let redis: Awaited<ReturnType<typeof redisServer>>;

beforeAll(async () => {
  mkdirSync(texts);
  for (const n of [1, 2]) writeFileSync(join(texts, `d${n}.txt`), `${n}. Telegram\n\nAll quiet.\n`);
  writeFileSync(join(texts, 'd3.docx'), 'no archive');
  redis = await redisServer(join(folder, 'redis'));
  if (!redis) console.warn('skipped: queue (Debian: apt-get install redis-server)');
});
afterAll(async () => {
  await redis?.stop('SIGKILL');
  rmSync(folder, { recursive: true });
});

test('dead letters are listed, mended and submitted again; no folder is shared under --inline', async (context) => {
  if (!redis) return context.skip();
  const { url } = redis;
  const worker = teigram('worker', '--queue', url, '--jobs', '1', '--root', '/');
  try {
    const failing = teigram('batch', texts, '-o', out, '--queue', url, '--root', '/');
    const told = await finished(failing, 2);
    expect(told).toContain('d3.docx');
    expect(told).toContain('dead letters stay in the queue');
    expect(readFileSync(join(out, 'd1.xml'), 'utf8')).toContain('All quiet.');
    await finished(teigram('queue', 'failed', '--queue', url), 1);

    writeFileSync(join(texts, 'd3.docx'), docx());
    expect(await finished(teigram('queue', 'retry', '--queue', url))).toContain('1 submitted again');
    expect(await finished(teigram('batch', texts, '-o', out, '--queue', url, '--root', '/'))).toContain(
      '3 of 3 documents',
    );
    expect(readFileSync(join(out, 'd3.xml'), 'utf8')).toContain('<TEI');
    await finished(teigram('queue', 'failed', '--queue', url));

    const inline = join(folder, 'inline');
    await finished(teigram('batch', texts, '-o', inline, '--queue', url, '--inline', '--quiet'));
    for (const name of ['d1.xml', 'd2.xml', 'd3.xml'])
      expect(readFileSync(join(inline, name), 'utf8')).toBe(readFileSync(join(out, name), 'utf8'));
  } finally {
    worker.process.kill('SIGTERM');
    await worker.ended;
  }
}, 600_000);
