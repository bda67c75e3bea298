/** A queue on a real Redis: a document that fails is a dead letter, is mended, and submitted again; texts and outputs through the queue. */

import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProcess } from '../dist/batch/lane.js';
import { finished, redisServer, teigram } from '../dist/faults/commands.js';
import { type Outcome, outcomeOf } from '../src/batch/task.js';
import type { QueuedTask } from '../src/queue/jobs.js';
import { nextPause } from '../src/queue/looks.js';
import { piecesOn } from '../src/queue/pieces.js';
import { storeOn } from '../src/queue/store.js';
import { surroundingsFrom } from '../src/queue/surroundings.js';
import { VERSION } from '../src/version.js';
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
const servers: Server[] = [];
afterAll(async () => {
  for (const server of servers) server.close();
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

/** Texts of one volume that know of each other, in a folder of their own. */
function volumeOfTexts(name: string, count = 20): string {
  const texts = join(folder, name, 'frus1961-63v05');
  mkdirSync(texts, { recursive: true });
  const body = 'President Kennedy met Foreign Minister Gromyko.\n\nThe Foreign Minister thanked Kennedy.';
  for (let n = 1; n <= count; n++) writeFileSync(join(texts, `d${n}.txt`), `${n}. Telegram\n\n${body}\n`);
  return texts;
}

function expectSame(one: string, other: string): void {
  const names = (of: string): string[] => readdirSync(of).filter((name) => name.endsWith('.xml'));
  expect(names(one)).toEqual(names(other));
  for (const name of names(one))
    expect(readFileSync(join(one, name), 'utf8')).toBe(readFileSync(join(other, name), 'utf8'));
}

test('a batch for other models is left to workers with the same ones; a queue without workers is told', async (context) => {
  if (!redis) return context.skip();
  const { url } = redis;
  const models = join(folder, 'models');
  cpSync('src/models', models, { recursive: true });
  writeFileSync(join(models, 'more.json'), '{}');
  const volume = volumeOfTexts('models-in');
  const [here, there] = [join(folder, 'models-here'), join(folder, 'models-there')];
  await finished(teigram('batch', volume, '-o', here, '--models', models, '--quiet'));
  const batch = teigram('batch', volume, '-o', there, '--models', models, '--queue', url, '--root', '/');
  await said(batch.process.stderr!, 'no worker is on this queue');
  const wrong = teigram('worker', '--queue', url, '--jobs', '1', '--root', '/');
  await said(batch.process.stderr!, 'a worker on this queue has other models');
  const right = teigram('worker', '--queue', url, '--jobs', '1', '--root', '/', '--models', models);
  await finished(batch);
  for (const { process: child } of [wrong, right]) child.kill('SIGTERM');
  expect(await finished(wrong, 2)).toContain('start it with the same --models');
  await finished(right);
  expectSame(here, there);
}, 600_000);

/** The command of a teigram that is like this one but for its version. */
async function teigramOfVersion(version: string): Promise<typeof teigram> {
  const copy = join(folder, `teigram-${version}`);
  for (const part of ['dist', 'schemas', 'src/models']) cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'dir');
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...manifest, version }));
  const commands = (await import(join(copy, 'dist/faults/commands.js'))) as { teigram: typeof teigram };
  return commands.teigram;
}

test('a batch of another version is left to workers of the same one', async (context) => {
  if (!redis) return context.skip();
  const { url } = redis;
  const other = await teigramOfVersion('0.0.9');
  const out = join(folder, 'versions');
  const wrong = other('worker', '--queue', url, '--jobs', '1', '--root', '/');
  const batch = teigram('batch', volumeOfTexts('versions-in', 2), '-o', out, '--queue', url, '--root', '/');
  await said(batch.process.stderr!, 'a worker on this queue is of another version of teigram than this one');
  expect(readdirSync(out).filter((name) => name.endsWith('.xml'))).toEqual([]);
  const right = teigram('worker', '--queue', url, '--jobs', '1', '--root', '/');
  await finished(batch);
  for (const { process: child } of [wrong, right]) child.kill('SIGTERM');
  expect(await finished(wrong, 2)).toContain("another version of teigram than this worker's, 0.0.9");
  await finished(right);
}, 600_000);

test('a volume is converted when all of it is surveyed, else it is a dead letter; the same command, and retry, survey it again', async (context) => {
  if (!redis) return context.skip();
  const { url } = redis;
  const volume = volumeOfTexts('lost-in');
  const [here, there] = [join(folder, 'lost-here'), join(folder, 'lost-there')];
  await finished(teigram('batch', volume, '-o', here, '--quiet'));
  const command = ['batch', volume, '-o', there, '--queue', url, '--inline'];
  const connected = new Redis(url);
  /** A batch of which Redis loses one text before a worker comes. */
  const losing = async (): Promise<{ key: string; text: Buffer }> => {
    const batch = teigram(...command);
    await said(batch.process.stderr!, 'no worker is on this queue');
    const [key = ''] = await connected.keys('teigram:texts:*');
    const text = await connected.hgetBuffer(key, '19');
    await connected.hdel(key, '19');
    const worker = teigram('worker', '--queue', url, '--jobs', '1');
    expect(await finished(batch, 2)).toContain('not all of its volume is surveyed');
    worker.process.kill('SIGTERM');
    await worker.ended;
    return { key, text: text! };
  };
  try {
    const { key, text } = await losing();
    expect(readdirSync(there)).not.toContain('d1.xml');
    await connected.hset(key, '19', text);
    expect(await finished(teigram('queue', 'retry', '--queue', url))).toContain('1 submitted again');
    await finished(teigram('worker', '--queue', url, '--jobs', '1', '--drain'));
    expect(await finished(teigram(...command))).toContain('20 of 20 documents');
    expectSame(here, there);

    rmSync(there, { recursive: true });
    await losing();
    const again = teigram(...command);
    await said(again.process.stderr!, 'no worker is on this queue');
    await finished(teigram('worker', '--queue', url, '--jobs', '1', '--drain'));
    await finished(again);
    expectSame(here, there);
  } finally {
    connected.disconnect();
  }
}, 600_000);

test('a text that cannot be read and an output that cannot be written fail alone; decisions are as they are here', async (context) => {
  if (!redis) return context.skip();
  const { url } = redis;
  const volume = volumeOfTexts('alone-in', 4);
  symlinkSync('gone', join(volume, 'd5.txt'));
  writeFileSync(join(volume, 'd2.decisions.json'), 'no JSON');
  const worker = teigram('worker', '--queue', url, '--jobs', '1', '--root', '/');
  const verdicts = async (out: string, ...options: string[]) => {
    mkdirSync(join(folder, out, 'd1.xml'), { recursive: true });
    await finished(teigram('batch', volume, '-o', join(folder, out), '--quiet', ...options), 2);
    const lines = readFileSync(join(folder, out, '.teigram.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    return lines.map((line) => {
      const { verdict, message } = JSON.parse(line) as { verdict: string; message?: string };
      return message === undefined
        ? verdict
        : `${verdict}: ${message.replaceAll(folder, '').replace(/\/alone[^/]*/, '')}`;
    });
  };
  try {
    for (const option of [[], ['--no-decisions']]) {
      const here = await verdicts(`alone-here${option}`, ...option);
      expect(await verdicts(`alone-there${option}`, ...option, '--queue', url, '--inline')).toEqual(here);
      const shared = await verdicts(`alone-shared${option}`, ...option, '--queue', url, '--root', '/');
      // A path of a worker's comes with what the document is called here.
      expect(shared[0]).toMatch(/^failed: .*\/d1\.txt: .*\/d1\.xml: is a folder$/);
      expect(shared.slice(1)).toEqual(here.slice(1));
      await finished(teigram('queue', 'drop', '--queue', url));
      expect(here.map((told) => told.split(':')[0])).toEqual([
        'failed',
        option.length > 0 ? 'clean' : 'faulty',
        'clean',
        'clean',
        'failed',
      ]);
    }
  } finally {
    worker.process.kill('SIGTERM');
    await worker.ended;
  }
}, 600_000);

test('dead letters are tried again by the same command, superseded by another of the same outputs, and dropped', async (context) => {
  if (!redis) return context.skip();
  const { url } = redis;
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  const texts = join(shared, 'd1.txt');
  writeFileSync(texts, '1. Telegram\n\nAll quiet.\n');
  const out = join(folder, 'shared-out');
  const command = ['batch', texts, '-o', out, '--queue', url, '--root', folder];
  const letters = (code: number) => finished(teigram('queue', 'failed', '--queue', url), code);
  mkdirSync(join(out, 'd1.xml'), { recursive: true });
  const worker = teigram('worker', '--queue', url, '--jobs', '1', '--root', folder);
  try {
    expect(await finished(teigram(...command), 2)).toContain('is a folder');
    await letters(1);
    rmSync(join(out, 'd1.xml'), { recursive: true });
    await finished(teigram(...command));
    await letters(0);

    rmSync(out, { recursive: true });
    mkdirSync(join(out, 'd1.xml'), { recursive: true });
    await finished(teigram(...command), 2);
    await letters(1);
    rmSync(join(out, 'd1.xml'), { recursive: true });
    await finished(teigram(...command, '--no-validate'));
    await letters(0);

    rmSync(out, { recursive: true });
    mkdirSync(join(out, 'd1.xml'), { recursive: true });
    await finished(teigram(...command), 2);
    expect(await finished(teigram('queue', 'drop', '--queue', url))).toContain('1 taken away');
    await letters(0);
  } finally {
    worker.process.kill('SIGTERM');
    await worker.ended;
  }
}, 600_000);

/** Submit a batch, and stop it before any worker comes. */
async function submitted(...args: string[]): Promise<void> {
  const batch = teigram('batch', ...args);
  await said(batch.process.stderr!, 'no worker is on this queue');
  batch.process.kill('SIGTERM');
  await finished(batch, 2);
}

const filesIn = (of: string): string[] => readdirSync(of).filter((name) => name.endsWith('.xml'));

test('a batch supersedes others of the same outputs, whatever of them waits or is done; what is cancelled is not done', async (context) => {
  if (!redis) return context.skip();
  const { url } = redis;
  const volume = volumeOfTexts('twice-in');
  const [here, there, never] = ['twice-here', 'twice-there', 'never'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await finished(teigram('batch', volume, '-o', here, '--quiet'));
  const queued = ['--queue', url, '--root', '/'];
  const drain = () => finished(teigram('worker', '--jobs', '1', '--drain', ...queued));
  const right = [volume, '-o', there, ...queued];
  const slip = [...right, '--persons', 'none', '--no-validate'];

  await submitted(...right);
  await submitted(...slip);
  expect(await drain()).toContain('20 converted');
  await submitted(...right);
  await drain();
  expectSame(here, there);
  await submitted(...slip);
  await drain();
  const worker = teigram('worker', '--jobs', '1', ...queued);
  expect(await finished(teigram('batch', ...right))).toContain('20 of 20 documents');
  worker.process.kill('SIGTERM');
  await finished(worker);
  expectSame(here, there);

  // All of the right one is done: nothing of the other may be written after it.
  await submitted(...slip);
  expect(await finished(teigram('batch', ...right))).toContain('20 unchanged');
  expect(await drain()).toContain('0 converted');
  expectSame(here, there);

  await submitted(volume, '-o', never, ...queued);
  const cancel = (batch: string, code = 0) => finished(teigram('queue', 'cancel', batch, '--queue', url), code);
  expect(await cancel(never)).toContain('20 documents not done');
  expect(await drain()).toContain('0 converted');
  expect(filesIn(never)).toEqual([]);
  expect(await cancel(never, 2)).toContain('queue status lists them');
}, 600_000);

test('the manifest does not vouch for an output that is not what the worker wrote', async (context) => {
  if (!redis) return context.skip();
  const { url } = redis;
  const volume = volumeOfTexts('other-in', 1);
  const out = join(folder, 'other');
  const connected = new Redis(url);
  try {
    const batch = teigram('batch', volume, '-o', out, '--queue', url, '--root', '/');
    await said(batch.process.stderr!, 'no worker is on this queue');
    writeFileSync(join(out, 'd1.xml'), 'of another');
    const store = storeOn(connected);
    const batches = await store.batches();
    const specs = await Promise.all(batches.map((batch) => store.getBatch(batch)));
    const mine = batches.find((_, i) => specs[i]?.title === out)!;
    const outcome: Outcome = { ...outcomeOf('d1.txt'), outputHash: '0123' };
    await store.putResults(mine, new Map([[0, outcome]]));
    expect(await finished(batch, 2)).toMatch(/d1\.xml: is not what the worker wrote.*\n {2}hint: /);
    expect(readFileSync(join(out, '.teigram.jsonl'), 'utf8')).toMatch(/"verdict":"failed"/);
  } finally {
    connected.disconnect();
  }
}, 600_000);

test('an output that somebody changed while the batch was broken off is kept, until it is removed or --force', async (context) => {
  if (!redis) return context.skip();
  const volume = volumeOfTexts('edited-in', 2);
  const out = join(folder, 'edited');
  const queued = ['--queue', redis.url, '--root', '/'];
  const args = [volume, '-o', out, ...queued];
  const drain = () => finished(teigram('worker', '--jobs', '1', '--drain', ...queued));
  const output = join(out, 'd1.xml');
  await submitted(...args);
  await drain();
  const made = readFileSync(output, 'utf8');
  writeFileSync(output, `${made}<!-- by hand -->`);
  expect(await finished(teigram('batch', ...args), 2)).toMatch(
    /d1\.xml: is not what the worker wrote.*, and it is kept/,
  );
  expect(await finished(teigram('batch', ...args), 2)).toContain(`changed since they were made, kept: ${output}`);
  expect(readFileSync(output, 'utf8')).toContain('by hand');
  await submitted(...args, '--force');
  await drain();
  expect(await finished(teigram('batch', ...args))).toContain('2 of 2 documents');
  expect(readFileSync(output, 'utf8')).toBe(made);
}, 600_000);

test('an output that cannot be read does not end the batch', async (context) => {
  if (!redis) return context.skip();
  const volume = volumeOfTexts('unreadable-in', 2);
  const out = join(folder, 'unreadable');
  const queued = ['--queue', redis.url, '--root', '/'];
  const drain = () => finished(teigram('worker', '--jobs', '1', '--drain', ...queued));
  const output = join(out, 'd1.xml');
  await submitted(volume, '-o', out, ...queued);
  await drain();
  rmSync(output);
  mkdirSync(output);
  expect(await finished(teigram('batch', volume, '-o', out, ...queued), 2)).toMatch(
    /d1\.xml: is not what the worker wrote(?:.*\n)*2 of 2 documents, 1 failed/,
  );
}, 600_000);

test('an output that nothing says was made is kept, by workers and under --inline, until --force', async (context) => {
  if (!redis) return context.skip();
  const queued = ['--queue', redis.url];
  const volume = volumeOfTexts('unknown-in', 2);
  const worker = teigram('worker', '--jobs', '1', '--root', '/', ...queued);
  try {
    for (const way of [['--inline'], ['--root', '/']]) {
      const out = join(folder, `unknown${way[0]}`);
      mkdirSync(out);
      writeFileSync(join(out, 'd1.xml'), 'by hand');
      const batch = (code: number, ...more: string[]) =>
        finished(teigram('batch', volume, '-o', out, ...queued, ...way, ...more), code);
      expect(await batch(1)).toContain(`from these texts, kept: ${join(out, 'd1.xml')}`);
      expect(readFileSync(join(out, 'd1.xml'), 'utf8')).toBe('by hand');
      expect(filesIn(out)).toEqual(['d1.xml', 'd2.xml']);
      await batch(0, '--force');
      expect(readFileSync(join(out, 'd1.xml'), 'utf8')).toContain('<TEI');
    }
  } finally {
    worker.process.kill('SIGTERM');
    await worker.ended;
  }
}, 600_000);

test('what is withdrawn while it is converted is not written', async (context) => {
  if (!redis) return context.skip();
  const connected = new Redis(redis.url);
  const store = storeOn(connected);
  const volume = volumeOfTexts('withdrawn-in', 2);
  const out = join(folder, 'withdrawn');
  const task = (document: number): QueuedTask => {
    const [name, target] = [join(volume, `d${document + 1}.txt`), join(out, `d${document + 1}.xml`)];
    return { document, name, path: name, target, place: target };
  };
  const data = { batch: 'withdrawn', group: 0, tasks: [0, 1].map(task), together: false };
  const lane = {
    ...inProcess,
    async run(work: Parameters<typeof inProcess.run>[0]) {
      const came = await inProcess.run(work);
      if (work.step === 'convert') await store.withdraw(data.batch, [0]);
      return came;
    },
  };
  try {
    await store.putBatch(data.batch, { version: VERSION, options: {}, lists: {}, inline: false, total: 2, title: out });
    const outcomes = await piecesOn([lane], '/', store, surroundingsFrom(store)).convert(data, data.tasks);
    expect([...outcomes.keys()].map(({ document }) => document)).toEqual([1]);
    expect(filesIn(out)).toEqual(['d2.xml']);
    expect([...outcomes.values()][0]!.output).toBeUndefined();
  } finally {
    await store.forget(data.batch);
    connected.disconnect();
  }
});

test('a worker that has not the folders of a batch leaves it to others, and says so', async (context) => {
  if (!redis) return context.skip();
  const { url } = redis;
  const volume = volumeOfTexts('root-in');
  const [here, there, unmounted] = ['root-here', 'root-there', 'unmounted'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(unmounted);
  await finished(teigram('batch', volume, '-o', here, '--quiet'));
  const wrong = teigram('worker', '--queue', url, '--jobs', '1', '--root', unmounted);
  const batch = teigram('batch', volume, '-o', there, '--queue', url, '--root', folder);
  await said(batch.process.stderr!, `teigram worker --root ${folder} --queue`);
  const right = teigram('worker', '--queue', url, '--jobs', '1', '--root', folder);
  await finished(batch);
  for (const { process: child } of [wrong, right]) child.kill('SIGTERM');
  expect(await finished(wrong, 2)).toContain(`${join(unmounted, 'root-there')}: is not here`);
  expect(await finished(right)).toContain('20 converted');
  expectSame(here, there);
}, 600_000);

test('a text that a worker cannot read is surveyed again before its volume is converted; failures come with hints and verdicts', async (context) => {
  if (!redis) return context.skip();
  const { url } = redis;
  const volume = volumeOfTexts('unread-in');
  const [here, there] = [join(folder, 'unread-here'), join(folder, 'unread-there')];
  await finished(teigram('batch', volume, '-o', here, '--quiet'));
  const queued = ['--queue', url, '--root', '/'];
  const batch = teigram('batch', volume, '-o', there, ...queued);
  await said(batch.process.stderr!, 'no worker is on this queue');
  const [text, aside] = [join(volume, 'd20.txt'), join(folder, 'd20.txt')];
  renameSync(text, aside);
  let worker = teigram('worker', '--jobs', '1', ...queued);
  const ended = async (): Promise<string> => {
    worker.process.kill('SIGTERM');
    return finished(worker);
  };
  const failed = await finished(batch, 2);
  expect(failed).toMatch(/d20\.txt: no such file any more\n {2}hint: put it back, or run its batch/);
  for (const n of [1, 20])
    expect(failed).toContain(`${join(volume, `d${n}.txt`)}: not all of its volume is surveyed: `);
  expect(await ended()).toMatch(/d1\.txt, .* and 17 more: not all of its volume is surveyed.*\n {2}hint: /);
  expect(filesIn(there)).toEqual([]);
  renameSync(aside, text);
  writeFileSync(join(volume, 'd21.txt'), '1. FAULT: hangs');
  const again = (...options: string[]) => finished(teigram('batch', volume, '-o', there, ...queued, ...options), 2);
  process.env.NODE_OPTIONS = `--import ${join(import.meta.dirname, 'faults.mjs')}`;
  worker = teigram('worker', '--jobs', '1', '--timeout', '5', ...queued);
  delete process.env.NODE_OPTIONS;
  const told = await again();
  expect(told).toMatch(/d21\.txt: set aside, tried 2 times.*\n {2}hint: give it more with --timeout/);
  expect(told).toContain('1 set aside');
  expect(await again()).toContain('21 unchanged, 1 set aside');
  expect(await ended()).toMatch(/d21\.txt: set aside.*\n {2}hint: .*\n(?:.*\n)*.*20 converted, 1 failed/);
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
    for (const path of ['/abc', '?db=abc', '/abc?db=1'])
      expect(await status(at('', path), 2)).toContain('a database of Redis has a number');
  } finally {
    delete process.env.TEIGRAM_REDIS_PASSWORD;
    await closed.stop('SIGKILL');
  }
}, 600_000);

/** The address of a server that answers each piece of data so, nothing where that is undefined, and greets whoever comes. */
async function serverThat(
  answer: (data: Buffer) => Promise<Buffer | string> | undefined,
  greeting = '',
): Promise<string> {
  const server = createServer((socket) => {
    socket
      .on('error', () => undefined)
      .on('data', async (data) => {
        const words = await answer(data);
        if (words !== undefined) socket.write(words);
      });
    socket.write(greeting);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `redis://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('what is no Redis, or one that is too old, ends a worker with what to do', async (context) => {
  const refused = (url: string) => finished(teigram('worker', '--queue', url, '--drain'), 2);
  const isItsPort = 'hint: is it the port of a Redis?';
  const web = await serverThat(async () => 'HTTP/1.1 400 Bad Request\r\n\r\n');
  const mail = await serverThat(async () => '* BAD no such command\r\n', '* OK ready\r\n');
  for (const said of await Promise.all([web, mail].map(refused)))
    expect(said).toMatch(`it answers, but not as Redis does\n  ${isItsPort}`);
  const silent = [await serverThat(() => undefined), await serverThat(async () => '$100\r\nredis_version:7')];
  for (const said of await Promise.all(silent.map(refused))) expect(said).toMatch(`ETIMEDOUT\n  ${isItsPort}`);
  expect(await refused('redis://127.0.0.1:1')).toMatch('ECONNREFUSED\n  hint: start it');
  if (!redis) return context.skip();
  const { port } = new URL(redis.url);
  const old = await serverThat(async (data) => {
    const socket = connect(Number(port), '127.0.0.1').end(data);
    const answer = Buffer.concat(await socket.toArray());
    return answer.toString('latin1').replaceAll(/redis_version:\d/g, 'redis_version:4');
  });
  expect(await refused(old)).toMatch(/Redis 4\.[\d.]+ is too old\n {2}hint: 5\.0 or newer is needed/);
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

test('looks at a batch get rarer, and more frequent again towards its end', () => {
  expect(nextPause(100, 0, 900)).toBe(150);
  expect(nextPause(1000, 0, 900)).toBe(1000);
  expect(nextPause(1000, 100, 900)).toBe(1000);
  expect(nextPause(1000, 100, 80)).toBe(400);
  expect(nextPause(400, 64, 16)).toBe(100);
});

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
