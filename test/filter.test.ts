/** `teigram filter`: what comes back of each line, and when. */

import { constants } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterLine } from '../src/cli/filter-line.js';
import { rawMembers } from '../src/cli/json-members.js';

const MAIN = join(import.meta.dirname, '../dist/cli/main.js');

function filter(input: string | Buffer) {
  const { status, stdout } = spawnSync(process.execPath, [MAIN, 'filter'], { input, encoding: 'utf8' });
  return { status, lines: stdout.trimEnd().split('\n') };
}

test('members as they are written, however they are spaced', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'), (object, space) => {
      const members = rawMembers(` ${JSON.stringify(object, null, space)} `);
      expect([...members.keys()].sort()).toEqual(Object.keys(object).sort());
      for (const [key, raw] of members) expect(JSON.parse(raw)).toEqual(JSON.parse(JSON.stringify(object[key])));
    }),
  );
});

test('numbers that no double holds come back as they came, a member that comes twice once', () => {
  const { status, lines } = filter(
    '{"id":9007199254740993, "a": 1e400,"b":1.0 ,"b":[1.0, {"text":"}"}],"text":"All quiet."}',
  );
  expect(status).toBe(0);
  expect(lines[0]).toMatch(/^\{"id":9007199254740993,"a":1e400,"b":\[1\.0, \{"text":"\}"\}\],"output":"/);
});

test('what is wrong with a line is told with its number; the others are converted', () => {
  const text = '"text":"1. Telegram\\n\\nAll quiet."';
  const input = [
    `\ufeff{${text},"n":1}`,
    ' ',
    `{${text},"doc":"bad id"}`,
    `{${text},"doc":5}`,
    `{${text},"volume":null,"n":5}`,
    `{${text},"doc":"d\x92"}`,
    'null',
  ].map((line) => Buffer.from(line, line.startsWith('\ufeff') ? 'utf8' : 'latin1'));
  const { status, lines } = filter(Buffer.concat(input.flatMap((line) => [line, Buffer.from('\r\n')])));
  expect(status).toBe(2);
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(told.map(({ n, doc, verdict, message }) => message ?? n ?? doc ?? verdict)).toEqual([
    1,
    'line 3: "doc" is no XML identifier: bad id',
    'line 4: "doc" is no string',
    5,
    'line 6: not UTF-8: byte 0x92 at byte offset 44 of the line',
    'line 7: not a JSON object',
  ]);
});

test('a line of more than a string may hold is told as such', () => {
  const line = filterLine(Buffer.alloc(constants.MAX_STRING_LENGTH + 1), 1, undefined);
  expect(line?.fault).toMatch(/^too large: \d+ bytes$/);
});

test('a program that writes a line and waits gets its answer', async () => {
  const child = spawn(process.execPath, [MAIN, 'filter'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const n of [1, 2]) {
    child.stdin.write(`{"n":${n},"text":"All quiet."}\n`);
    expect(JSON.parse((await answers.next()).value!)).toMatchObject({ n });
  }
  child.stdin.end();
  expect((await once(child, 'exit'))[0]).toBe(0);
});

test('a folder is no input', () => {
  const folder = openSync(tmpdir(), 'r');
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'filter'], {
    stdio: [folder, 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  closeSync(folder);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'teigram: error: standard input: is a folder\n  hint: name a file\n',
  });
});

/** Lines of volumes that number their documents alike. */
function* ofVolumes(volumes: number, documents: number): Generator<string> {
  for (let v = 1; v <= volumes; v++) {
    for (let d = 1; d <= documents; d++) {
      const text = `${d}. Telegram\n\nAll quiet: ${d}-${v}.`;
      yield JSON.stringify({ doc: `d${d}`, volume: `frus1961-63v${String(v).padStart(2, '0')}`, text });
    }
  }
}

test('each document of a volume has its own text, whatever others are called, on one thread or two', () => {
  const input = [...ofVolumes(8, 40)].join('\n');
  const by = (jobs: string) => {
    const args = [MAIN, 'filter', '--together', '--jobs', jobs];
    return spawnSync(process.execPath, args, { input, encoding: 'utf8' }).stdout.trimEnd().split('\n');
  };
  const one = by('1');
  expect(by('2')).toEqual(one);
  for (const line of one) {
    const { doc, volume, output } = JSON.parse(line) as Record<string, string>;
    expect(output).toContain(`All quiet: ${doc!.slice(1)}-${Number(volume!.slice(-2))}.`);
  }
});

test('lines of a volume without names are documents of their own', () => {
  const input = [1, 2, 3].map((n) => JSON.stringify({ text: `${n}. Telegram\n\nAll quiet.` })).join('\n');
  const args = [MAIN, 'filter', '--together', '--volume', 'frus1961-63v05'];
  const { status, stdout } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
  expect(status).toBe(0);
  const codes = stdout
    .trimEnd()
    .split('\n')
    .flatMap((line) => (JSON.parse(line) as { diagnostics: { code: string }[] }).diagnostics.map(({ code }) => code));
  expect(codes).not.toContain('document-id-duplicate');
});

test('what is doubtful in lists is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'teigram-filter-'));
  const row = 'person,p_AJM1,"Allison, John M.",Ambassador in Ruritania\n';
  writeFileSync(join(folder, 'lists.csv'), `kind,id,name,description\n${row}${row}`);
  const args = [MAIN, 'filter', '--authority', join(folder, 'lists.csv')];
  const { status, stderr } = spawnSync(process.execPath, args, {
    input: '{"text":"All <html> quiet."}',
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  expect(status).toBe(0);
  expect(stderr).toContain('list-duplicate-id');
});
