import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decisionsFor } from '../src/batch/decisions.js';
import { readBytes } from '../src/batch/document-files.js';
import { explain } from '../src/batch/explain.js';
import { filesBelow } from '../src/batch/files-below.js';
import { findInputs, withExtension } from '../src/batch/inputs.js';
import { sameFileAs } from '../src/batch/same-file.js';
import { writeAtomic } from '../src/batch/write.js';
import { globsFrom } from '../src/globs.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'teigram-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...parts: string[]): string => join(folder, ...parts);
const put = (...parts: string[]): void => {
  mkdirSync(at(...parts.slice(0, -1)), { recursive: true });
  writeFileSync(at(...parts), '');
};
const found = async (...args: string[]): Promise<string[]> =>
  (await findInputs(args, ['.txt'])).inputs.map(({ below }) => below);

describe('findInputs', () => {
  test('leaves out what a glob with ! in front names, and what is ignored and not named', async () => {
    for (const name of ['a.txt', 'old/b.txt', 'new (1)/c.txt', 'new (1)/old/d.txt']) put('some', ...name.split('/'));
    const names = async (args: readonly string[], ignored?: readonly string[]): Promise<string[]> =>
      (await findInputs(args, ['.txt'], ignored)).inputs.map(({ path }) => relative(at('some'), path));
    const some = at('some');
    expect(await names([some, `!${at('some', '**/old/**')}`])).toEqual(['a.txt', 'new (1)/c.txt']);
    expect(await names([at('some', '**/*.txt'), `!${at('some', 'old')}`])).toEqual([
      'a.txt',
      'new (1)/c.txt',
      'new (1)/old/d.txt',
    ]);
    expect(await names([at('some', 'a.txt'), `!${relative('.', at('some', 'a.*'))}`])).toEqual([]);
    const ignored = await globsFrom(at('some', 'new (1)'), ['old/', '*.txt']);
    expect(await names([some], ignored)).toEqual(['a.txt', 'old/b.txt']);
    expect(await names([at('some', 'new (1)/c.txt')], ignored)).toEqual(['new (1)/c.txt']);
    const { problems } = await findInputs([some, `!${at('some', '**')}`], ['.txt']);
    expect(problems).toMatchObject([{ argument: some, message: expect.stringContaining('left out') }]);
  });

  test('a folder gives its texts at any depth, by name, hidden ones left out', async () => {
    for (const name of ['b.txt', 'a.TXT', 'é.txt', 'Z.txt', '.hidden.txt', 'notes.md']) put('in', name);
    put('in', 'ch1', 'd2.txt');
    put('in', 'ch1', 'd10.txt');
    expect(await found(at('in'))).toEqual(['Z.txt', 'a.TXT', 'b.txt', 'ch1/d10.txt', 'ch1/d2.txt', 'é.txt']);
    expect((await findInputs([at('in')], ['.txt'])).tree).toBe(true);
  });

  test('links are followed; those that lead nowhere are there to be told, circles are not gone round', async () => {
    put('in', 'd1.txt');
    put('other', 'd3.txt');
    symlinkSync('gone.txt', at('in', 'd2.txt'));
    symlinkSync('circle.txt', at('in', 'circle.txt'));
    symlinkSync('gone', at('in', 'notes'));
    symlinkSync(at('other'), at('in', 'linked'));
    symlinkSync('..', at('other', 'up'));
    symlinkSync('.', at('in', 'here'));
    expect(await found(at('in'))).toEqual(['circle.txt', 'd1.txt', 'd2.txt', 'linked/d3.txt']);
  });

  test('a folder is looked into once, at its own place, however many links lead to it', async () => {
    const folders = Array.from({ length: 40 }, (_, i) => String(i + 10));
    for (const name of folders) put('in', name, 'd.txt');
    for (const [i, name] of folders.entries()) {
      symlinkSync(join('..', folders[(i + 1) % 40]!), at('in', name, 'next'));
      symlinkSync(join('..', folders[(i + 2) % 40]!), at('in', name, 'over'));
    }
    put('other', 'd.txt');
    symlinkSync(at('other'), at('in', 'z1'));
    symlinkSync(at('other'), at('in', 'z2'));
    expect(await found(at('in'))).toEqual([...folders.map((name) => `${name}/d.txt`), 'z1/d.txt']);
  });

  test('a folder that can’t be read is told, not taken for an empty one', () => {
    expect(() => filesBelow(at('gone'), ['.txt'])).toThrow('ENOENT');
  });

  test('a named file takes any extension; its place is its name', async () => {
    put('in', 'd1.md');
    expect(await found(at('in', 'd1.md'))).toEqual(['d1.md']);
    expect((await findInputs([at('in', 'd1.md')], ['.txt'])).tree).toBe(false);
  });

  test('names with the characters of globs are names', async () => {
    put('in [1]', 'd1 (a).txt');
    expect(await found(at('in [1]'))).toEqual(['d1 (a).txt']);
    expect(await found(at('in [1]', 'd1 (a).txt'))).toEqual(['d1 (a).txt']);
  });

  test('a glob gives places below its fixed part', async () => {
    put('in', 'ch1', 'd1.txt');
    put('in', 'ch2', 'd2.txt');
    expect(await found(at('in', '*', 'd?.txt'))).toEqual(['ch1/d1.txt', 'ch2/d2.txt']);
  });

  test('the order and repetition of arguments change nothing', async () => {
    put('in', 'd1.txt');
    put('in', 'd2.txt');
    const [one, two] = [at('in', 'd1.txt'), at('in', 'd2.txt')];
    expect((await findInputs([two, one, at('in', '.', 'd2.txt')], ['.txt'])).inputs).toEqual(
      (await findInputs([one, two], ['.txt'])).inputs,
    );
  });

  test('nothing, or -, is standard input', async () => {
    expect((await findInputs([], ['.txt'])).inputs).toEqual([{ path: '-', below: '-' }]);
    expect((await findInputs(['-', '-'], ['.txt'])).inputs).toHaveLength(1);
  });

  test('what names nothing is told', async () => {
    mkdirSync(at('empty'));
    const { inputs, problems } = await findInputs([at('empty'), at('no.txt'), at('*.txt')], ['.txt']);
    expect(inputs).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      'no .txt file in this folder',
      'no such file or folder',
      'no file matches',
    ]);
  });

  test('extensions are replaced', () => {
    expect(withExtension('ch.1/d38.txt', '.xml')).toBe('ch.1/d38.xml');
    expect(withExtension('ch.1/d38', '.xml')).toBe('ch.1/d38.xml');
  });
});

describe('names that cannot be read again, or leave no room for others', () => {
  test('of files that are not UTF-8, and links that lead nowhere: what to do is told', async () => {
    put('in', 'd1.txt');
    const named = Buffer.concat([Buffer.from(at('in', 'd2')), Buffer.of(0xe9), Buffer.from('.txt')]);
    writeFileSync(named, '');
    symlinkSync('gone', at('in', 'd3.txt'));
    const { inputs } = await findInputs([at('in')], ['.txt']);
    const hints = inputs.map((input) => {
      const bytes = readBytes({ name: input.below, path: input.path });
      return 'cause' in bytes && bytes.hint;
    });
    expect(hints).toEqual([
      false,
      "its name isn't UTF-8: rename it (convmv does it for a folder)",
      'its link leads nowhere: mend it',
    ]);
    const { problems } = await findInputs([at('in', 'd2\ufffd.txt')], ['.txt']);
    expect(problems[0]!.hint).toContain("isn't UTF-8");
  });

  test('a text of the longest name has no decisions; outputs of the longest names are written', () => {
    const name = `${'d'.repeat(251)}.txt`;
    put(name);
    expect(decisionsFor(at(name))).toEqual({ decisions: [], diagnostics: [] });
    const longest = `${'ы'.repeat(125)}.xml`;
    writeAtomic(at(longest), '');
    expect(readdirSync(folder).sort()).toEqual([name, longest]);
  });
});

describe('writeAtomic', () => {
  test('makes folders, and leaves nothing else behind', () => {
    writeAtomic(at('a', 'b', 'd1.xml'), 'text');
    expect(readFileSync(at('a', 'b', 'd1.xml'), 'utf8')).toBe('text');
    expect(readdirSync(at('a', 'b'))).toEqual(['d1.xml']);
  });

  test.skipIf(!existsSync('/proc/self'))('fails where the system makes no folders', () => {
    expect(() => writeAtomic('/proc/teigram/d1.xml', 'text')).toThrow(/ENOENT/);
  });

  test('replaces a file, its permissions kept', () => {
    writeFileSync(at('d1.xml'), 'old');
    chmodSync(at('d1.xml'), 0o640);
    writeAtomic(at('d1.xml'), 'new');
    expect(readFileSync(at('d1.xml'), 'utf8')).toBe('new');
    expect(statSync(at('d1.xml')).mode & 0o777).toBe(0o640);
  });

  test('follows a link instead of replacing it', () => {
    put('real', 'd1.xml');
    symlinkSync(at('real', 'd1.xml'), at('link.xml'));
    writeAtomic(at('link.xml'), 'new');
    expect(readFileSync(at('real', 'd1.xml'), 'utf8')).toBe('new');
  });

  test('a failure leaves the old file and no other', () => {
    writeFileSync(at('d1.xml'), 'old');
    const unwritable = { toString: () => 'never a string' } as unknown as string;
    expect(() => writeAtomic(at('d1.xml'), unwritable)).toThrow();
    expect(readFileSync(at('d1.xml'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['d1.xml']);
  });

  test('below a file it fails in words', () => {
    put('d1.txt');
    let error: unknown;
    try {
      writeAtomic(at('d1.txt', 'd1.xml'), 'text');
    } catch (caught) {
      error = caught;
    }
    expect(explain(error)?.todo).toMatch(/another/);
  });
});

test('a file is the same by any name', () => {
  put('d1.txt');
  put('d2.txt');
  symlinkSync(at('d1.txt'), at('soft.txt'));
  linkSync(at('d1.txt'), at('hard.txt'));
  const same = sameFileAs([at('d1.txt'), at('not-there.txt')]);
  const names = ['soft.txt', 'hard.txt', 'd1.txt', 'd2.txt', 'new.txt'];
  expect(names.filter((name) => same(at(name)))).toEqual(['soft.txt', 'hard.txt', 'd1.txt']);
  expect(same('/dev/null')).toBe(false);
});

test('a file is the same from other folders: through a link to it, from it, or to its folder', () => {
  for (const name of ['in', 'out', 'other']) mkdirSync(at(name));
  put('in/d1.txt');
  put('other/d2.txt');
  symlinkSync(at('in'), at('linked'));
  const same = sameFileAs([at('in/d1.txt')]);
  expect([same(at('linked/d1.txt')), same(at('out/d1.txt')), same(at('gone/d1.txt'))]).toEqual([true, false, false]);
  symlinkSync(at('in/d1.txt'), at('out/d1.xml'));
  expect([sameFileAs([at('in/d1.txt')])(at('out/d1.xml')), same(at('other/d2.txt'))]).toEqual([true, false]);
  symlinkSync(at('other/d2.txt'), at('in/d2.txt'));
  expect(sameFileAs([at('in/d1.txt'), at('in/d2.txt')])(at('other/d2.txt'))).toBe(true);
});

test('errors that are not of the file system have no words', () => {
  expect(explain(new TypeError('x'))).toBeUndefined();
  expect(explain(Object.assign(new Error('odd'), { code: 'EODD', syscall: 'open' }))?.what).toBe('odd');
});
