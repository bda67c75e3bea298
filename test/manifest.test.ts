/** The manifest's file against a plain model: the last whole line of each input holds, whatever was cut and however often it was opened. */

import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { locked } from '../src/batch/locked.js';
import type { ManifestLine } from '../src/batch/manifest.js';
import { openManifest, readManifest } from '../src/batch/manifest-file.js';

const ROOT = mkdtempSync(join(tmpdir(), 'teigram-manifest-'));
afterAll(() => rmSync(ROOT, { recursive: true }));
let files = 0;
const file = (): string => join(ROOT, `${files++}.jsonl`);

const INPUTS = ['a.txt', 'b/ü.txt', 'c "d".txt', 'e.txt'];
const lineOf = (input: string, message: string): ManifestLine => ({
  input,
  verdict: 'clean',
  doubts: 0,
  warnings: 0,
  errors: 0,
  findings: 0,
  message,
  settings: 's',
  company: 'c',
});
const jsonl = (lines: Iterable<ManifestLine>): string => [...lines].map((line) => `${JSON.stringify(line)}\n`).join('');

/** Messages of all lengths: some lines are longer than what is read at a time. */
const line = fc.record({
  input: fc.constantFrom(...INPUTS),
  message: fc.oneof(
    { weight: 20, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
    { weight: 1, arbitrary: fc.nat(2_500_000).map((length) => 'é'.repeat(length / 2)) },
  ),
});
const step = fc.oneof(
  { weight: 6, arbitrary: line.map(({ input, message }) => ({ add: lineOf(input, message) })) },
  { weight: 2, arbitrary: fc.constant({ reopen: true } as const) },
  // The end of a line that was being written is missing; a byte at least stays away, the line feed alone or more.
  {
    weight: 2,
    arbitrary: fc.record({
      cut: line.map(({ input, message }) => lineOf(input, message)),
      bytes: fc.integer({ min: 1, max: 400 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('\n', '{}\n', 'null\n', '{"input":3}\n', '\u0000\u0000\n', 'no JSON')
      .map((junk) => ({ junk })),
  },
);

test('the same answers as a plain model under adds, cuts and reopening; finished in the order that is asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.shuffledSubarray(INPUTS), async (steps, order) => {
      const path = file();
      const model = new Map<string, ManifestLine>();
      let manifest = openManifest(path);
      const reopen = (tail = ''): void => {
        manifest.close();
        appendFileSync(path, tail);
        manifest = openManifest(path);
      };
      for (const one of steps) {
        if ('add' in one) {
          manifest.add(one.add);
          model.set(one.add.input, one.add);
        } else if ('cut' in one) {
          const whole = Buffer.from(jsonl([one.cut]));
          const left = whole.subarray(0, Math.max(0, whole.length - one.bytes));
          manifest.close();
          writeFileSync(path, left, { flag: 'a' });
          manifest = openManifest(path);
          // Without its line feed alone it is whole.
          if (one.bytes === 1) model.set(one.cut.input, one.cut);
        } else {
          reopen('junk' in one ? one.junk : '');
        }
        for (const input of INPUTS) expect(manifest.get(input)).toEqual(model.get(input));
      }
      expect([...readManifest(path)]).toEqual([...model.values()]);
      await manifest.finish(order);
      manifest.close();
      expect(readFileSync(path, 'utf8')).toBe(jsonl(order.flatMap((input) => model.get(input) ?? [])));
    }),
  );
});

test('a file that is in order already is left alone', async () => {
  const path = file();
  const lines = INPUTS.map((input) => lineOf(input, 'made once'));
  writeFileSync(path, jsonl(lines));
  const { ino } = statSync(path);
  const finish = async (): Promise<void> => {
    const manifest = openManifest(path);
    await manifest.finish(INPUTS);
    manifest.close();
  };
  await finish();
  expect(statSync(path).ino).toBe(ino);
  truncateSync(path, statSync(path).size - 1);
  await finish();
  expect(readFileSync(path, 'utf8')).toBe(jsonl(lines));
  writeFileSync(path, jsonl(lines.toReversed()));
  await finish();
  expect(readFileSync(path, 'utf8')).toBe(jsonl(lines));
});

test('what several processes add at a time is all there, whoever ends first', async () => {
  const path = file();
  writeFileSync(path, jsonl([lineOf('before.txt', 'long ago')]));
  const [one, other, last] = [openManifest(path), openManifest(path), openManifest(path)];
  one.add(lineOf('a.txt', 'one'));
  other.add(lineOf('b.txt', 'other'));
  one.add(lineOf('c.txt', 'one'));
  await Promise.all([one.finish(['c.txt', 'a.txt', 'before.txt']), other.finish(['b.txt', 'before.txt'])]);
  last.add(lineOf('a.txt', 'last'));
  await last.finish(['a.txt']);
  for (const manifest of [one, other, last]) manifest.close();
  const told = [...readManifest(path)].map(({ input, message }) => `${input}: ${message}`);
  expect(told.sort()).toEqual(['a.txt: last', 'b.txt: other', 'before.txt: long ago', 'c.txt: one']);
  expect(readdirSync(ROOT).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('lines that are to go are gone, whatever was added meanwhile', async () => {
  const old = ['a.txt', 'gone.txt', 'b.txt'].map((input) => lineOf(input, 'old'));
  const path = file();
  writeFileSync(path, jsonl(old));
  const [one, other, last] = [openManifest(path), openManifest(path), openManifest(path)];
  other.add(lineOf('c.txt', 'other'));
  await one.finish(['a.txt', 'b.txt']);
  const [a, , b] = old;
  expect(readFileSync(path, 'utf8')).toBe(jsonl([a!, b!, lineOf('c.txt', 'other')]));
  // Another file lies there by now: what it lacks doesn't come back.
  await last.finish(['b.txt']);
  expect(readFileSync(path, 'utf8')).toBe(jsonl([b!, a!, lineOf('c.txt', 'other')]));
  for (const manifest of [one, other, last]) manifest.close();
});

test('a lock that is held on to is not taken for one that was left', async () => {
  const path = file();
  const age = await locked(path, (holdOn) => {
    const lock = join(ROOT, readdirSync(ROOT).find((name) => name.endsWith('.lock'))!);
    utimesSync(lock, 0, 0);
    for (const start = Date.now(); Date.now() - start < 200; ) holdOn();
    return statSync(lock).mtimeMs;
  });
  expect(age).toBeGreaterThan(0);
});
