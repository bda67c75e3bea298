/** A folder of lists, each named for its volume: by whatever way documents are converted, each has its own volume's list and no other. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { finished, redisServer, teigram as started } from '../dist/faults/commands.js';
import { inventedTelegrams } from '../src/faults/telegrams.js';

const MAIN = join(import.meta.dirname, '../dist/cli/main.js');
const root = mkdtempSync(join(tmpdir(), 'teigram-lists-'));
afterAll(() => rmSync(root, { recursive: true }));

const texts = inventedTelegrams(4);
const [V98, V99] = ['frus1955-57v98', 'frus1955-57v99'];
const list = (name: string): string => `kind,id,name,description\nperson,p_A1,"${name}",Ambassador in Ruritania\n`;

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

beforeEach(() => {
  rmSync(root, { recursive: true });
  for (const [name, text] of Object.entries(texts)) write(`texts/${name}`, text);
  write(`lists/${V98}.csv`, list('Allison, John M.'));
  write(`lists/${V99}.csv`, list('Nobody, Peter'));
});

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [MAIN, ...args], { cwd: root, encoding: 'utf8' });
const linked = (out: string) =>
  Object.keys(texts)
    .sort()
    .map((name) => readFileSync(join(root, out, name.replace('.txt', '.xml')), 'utf8').includes('#p_A1'));
const OWN = [true, true, false, false];

test('convert, batch and shards', () => {
  expect(run('convert', 'texts', '-o', 'converted', '--authority', 'lists').status).toBe(0);
  expect(linked('converted')).toEqual(OWN);
  expect(run('batch', 'texts', '-o', 'tei', '--authority', 'lists').status).toBe(0);
  expect(linked('tei')).toEqual(OWN);
  run('shards', 'make', 'texts', '-o', 'shards', '--shards', 'work', '--size', '3', '--authority', 'lists');
  for (const shard of ['0', '1']) expect(run('shards', 'run', 'work', shard).status).toBe(0);
  expect(linked('shards')).toEqual(OWN);
});

test('with a list that holds for all', () => {
  write('all.csv', list('Allison, John M.').replace('p_A1', 'p_B1'));
  write(`lists/${V98}.csv`, 'kind,id,name,description\nterm,t_A1,dues,what is due\n');
  expect(run('convert', 'texts', '-o', 'tei', '--authority', 'lists', '--authority', 'all.csv').status).toBe(0);
  for (const name of Object.keys(texts))
    expect(readFileSync(join(root, 'tei', name.replace('.txt', '.xml')), 'utf8')).toContain('#p_B1');
});

test("another list has its volume's documents done again, no others", () => {
  const batch = () => run('batch', 'texts', '-o', 'tei', '--authority', 'lists').stderr;
  batch();
  expect(batch()).toContain('4 unchanged');
  write(`lists/${V99}.csv`, list('Allison, John M.'));
  expect(batch()).toContain('2 unchanged');
  expect(linked('tei')).toEqual([true, true, true, true]);
});

test('lines of a filter', () => {
  const lines = Object.entries(texts).map(([name, text]) => ({ name, volume: dirname(name), text }));
  const { stdout } = spawnSync(process.execPath, [MAIN, 'filter', '--authority', join(root, 'lists')], {
    input: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    encoding: 'utf8',
  });
  const converted = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { volume: string; output: string });
  expect(converted).toHaveLength(4);
  for (const { volume, output } of converted) expect(output.includes('#p_A1')).toBe(volume === V98);
});

test('a queue', async (context) => {
  const redis = await redisServer(join(root, 'redis'));
  if (!redis) return context.skip();
  const worker = started('worker', '--queue', redis.url, '--jobs', '1', '--root', root);
  try {
    const [input, out, lists] = ['texts', 'tei', 'lists'].map((name) => join(root, name));
    const batch = ['batch', input!, '-o', out!, '--authority', lists!, '--queue', redis.url, '--root', root];
    await finished(started(...batch));
    expect(linked('tei')).toEqual(OWN);
  } finally {
    worker.process.kill('SIGTERM');
    await worker.ended;
    await redis.stop('SIGKILL');
  }
});

test('files that are named for no volume, and volumes that no file is named for, are told', () => {
  write('lists/persons.csv', list('Allison, John M.'));
  rmSync(join(root, `lists/${V99}.csv`));
  const { status, stderr } = run('convert', 'texts', '-o', 'tei', '--authority', 'lists');
  expect(status).toBe(0);
  expect(stderr).toContain('named for no volume, used for no document: lists/persons.csv');
  expect(stderr).toContain(`no list is named for ${V99}`);
});

test('a list that cannot be read, or a folder without any, ends it before anything is written', () => {
  write(`lists/${V99}.csv`, '');
  mkdirSync(join(root, 'empty'));
  const unreadable = run('batch', 'texts', '-o', 'tei', '--authority', 'lists');
  expect(unreadable.status).toBe(2);
  expect(unreadable.stderr).toContain(`lists/${V99}.csv: not a list that can be read`);
  expect(run('batch', 'texts', '-o', 'tei', '--authority', 'empty').stderr).toContain('no list in this folder');
  expect(run('convert', 'texts', '-o', 'tei').stderr).toContain('4 documents to tei');
});

test('ids may be any XML names: links to them are valid, and the house rules let them be', () => {
  write('own.csv', 'kind,id,name,description\nperson,bohlen,"Bohlen, Charles",Ambassador\nterm,nato,NATO,the treaty\n');
  const body = 'Moscow, May 3, 1953.\n\nI saw Bohlen. The NATO Council met.\n\nBohlen\n';
  for (const n of [1, 2]) write(`own/d${n}.txt`, `${n}. Telegram From A to B\n\n${body}`);
  expect(run('batch', 'own', '-o', 'tei', '--authority', 'own.csv').status).toBe(0);
  expect(readFileSync(join(root, 'tei/d1.xml'), 'utf8')).toMatch(
    /<persName corresp="#bohlen">.*<gloss target="#nato">.*<signed><persName corresp="#bohlen">/s,
  );
  const { stdout } = run('validate', 'tei', '--format', 'json');
  expect(Object.keys(JSON.parse(stdout).summary.byRule)).toEqual(['source-note-missing']);
});
