/** A queue on a real Redis: a document that fails is a dead letter, is mended, and submitted again; texts and outputs through the queue. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Redis } from 'ioredis';
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

/** Ends when these words have come. */
const said = (stream: Readable, words: string): Promise<void> =>
  new Promise((heard) => {
    let text = '';
    stream.on('data', (more: string) => {
      text += more;
      if (text.includes(words)) heard();
    });
  });

test('dead letters are listed, mended and submitted again; no folder is shared under --inline', async (context) => {
  if (!redis) return context.skip();
  const { url } = redis;
  const worker = teigram('worker', '--queue', url, '--jobs', '1', '--root', '/');
  try {
    const failing = teigram('batch', texts, '-o', out, '--queue', url, '--root', '/');
    const told = await finished(failing, 2);
    expect(told).toContain('d3.docx');
    expect(told).toContain(`teigram queue failed --queue ${url}, then queue retry --queue ${url}`);
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

test('a Redis that is full ends the batch in a line; no text is printed', async (context) => {
  const full = await redisServer(join(folder, 'full'), '--maxmemory', '2mb');
  if (!full) return context.skip();
  const large = join(folder, 'large');
  mkdirSync(large);
  for (let n = 1; n <= 30; n++)
    writeFileSync(join(large, `d${n}.txt`), `${n}. Telegram\n\n${'All quiet. '.repeat(9000)}\n`);
  try {
    const told = await finished(
      teigram('batch', large, '-o', join(folder, 'none'), '--inline', '--queue', full.url),
      2,
    );
    expect(told).toBe(
      `teigram: error: ${full.url}: Redis is full\n  hint: raise its maxmemory, or share a folder instead of --inline\n`,
    );
  } finally {
    await full.stop('SIGKILL');
  }
}, 600_000);

test('passwords come from the address or the environment and are not printed; a database that is not there is refused', async (context) => {
  const password = 'a p@ss/w%rd';
  const closed = await redisServer(join(folder, 'closed'), '--requirepass', password);
  if (!closed) return context.skip();
  const at = (user: string, database = ''): string => `${closed.url.replace('//', `//${user}`)}${database}`;
  const status = (url: string, code: number) => finished(teigram('queue', 'status', '--queue', url), code);
  try {
    expect(await status(closed.url, 2)).toMatch(/asks for a password.*\n.*TEIGRAM_REDIS_PASSWORD/);
    const wrong = await status(at(':wrong@'), 2);
    expect(wrong).toContain(`${at(':***@')}: Redis asks for a password`);
    expect(wrong).not.toContain('wrong');
    await status(at(`:${encodeURIComponent(password)}@`), 0);
    process.env.TEIGRAM_REDIS_PASSWORD = password;
    await status(closed.url, 0);
    expect(await status(at('', '/99'), 2)).toContain('Redis has no such database');
  } finally {
    delete process.env.TEIGRAM_REDIS_PASSWORD;
    await closed.stop('SIGKILL');
  }
}, 600_000);

test('worker and batch end when they are asked to, also while Redis is away', async (context) => {
  const server = await redisServer(join(folder, 'away'));
  if (!server) return context.skip();
  // No worker looks into the database of the batch: it waits.
  const running = [
    teigram('worker', '--queue', server.url, '--jobs', '1'),
    teigram('batch', texts, '-o', join(folder, 'never'), '--inline', '--queue', `${server.url}/1`),
  ];
  const connected = new Redis(server.url);
  await expect.poll(async () => (await connected.info('keyspace')).includes('db1:'), { timeout: 60_000 }).toBe(true);
  await expect.poll(() => connected.client('LIST'), { timeout: 60_000 }).toMatch(/db=0 .*cmd=bzpopmin/);
  connected.disconnect();
  const told = running.map(({ process: { stderr } }) => said(stderr!, 'waiting for it to come back'));
  await server.stop('SIGKILL');
  await Promise.all(told);
  for (const { process: child } of running) child.kill('SIGTERM');
  expect(await finished(running[0]!, 2)).toContain('ended without it');
  expect(await finished(running[1]!, 2)).toContain('the same command goes on');
}, 600_000);

test('options that would have no effect are wrong use', async () => {
  const none = join(folder, 'none');
  const batch = (...options: string[]) => finished(teigram('batch', texts, '-o', none, ...options), 2);
  for (const option of ['--jobs', '--timeout', '--memory'])
    expect(await batch('--queue', 'redis://127.0.0.1:1', option, '100')).toContain('cannot be used with');
  expect(await batch('--inline')).toContain('--inline without --queue');
  expect(await batch('--root', folder)).toContain('--root without --queue');
  for (const command of [
    ['worker', '--queue', 'redis://127.0.0.1:1'],
    ['batch', texts, '-o', none, '--queue', 'redis://127.0.0.1:1'],
  ])
    expect(await finished(teigram(...command, '--root', join(folder, 'nowhere')), 2)).toContain('is no folder');
});
