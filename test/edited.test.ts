/** Outputs that somebody changed since a batch made them, or of which the text is gone: nothing is lost, and all of it is told. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openManifest, readManifest } from '../src/batch/manifest-file.js';
import { knownGroup } from '../src/batch/unchanged.js';
import { UnderWay } from '../src/batch/under-way.js';
import { inventedTelegrams } from '../src/faults/telegrams.js';

const MAIN = join(import.meta.dirname, '../dist/cli/main.js');
const root = mkdtempSync(join(tmpdir(), 'teigram-edited-'));
afterAll(() => rmSync(root, { recursive: true }));

const path = (name: string): string => join(root, name);
const read = (name: string): string => readFileSync(path(name), 'utf8');
function write(name: string, text: string): void {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), text);
}

const batch = (...args: readonly string[]) =>
  spawnSync(process.execPath, [MAIN, 'batch', 'texts', '-o', 'tei', '--jobs', '1', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

const OUTPUT = 'tei/frus1955-57v98/d1.xml';
const edit = (name = OUTPUT): string => {
  const edited = read(name).replace('<p>', '<p rend="hand">');
  write(name, edited);
  return edited;
};

beforeEach(() => {
  rmSync(root, { recursive: true });
  for (const [name, text] of Object.entries(inventedTelegrams(4))) write(`texts/${name}`, text);
  expect(batch().status).toBe(0);
});

test('one that is up to date is kept and told, until it is removed or --force has it made anew', () => {
  const made = read(OUTPUT);
  const edited = edit();
  for (let run = 0; run < 2; run++) {
    const { status, stderr } = batch();
    expect(status).toBe(0);
    expect(stderr).toContain(`changed since they were made, kept: ${OUTPUT}\n  hint: remove one`);
    expect(stderr).toContain('4 unchanged');
    expect(read(OUTPUT)).toBe(edited);
  }
  expect(batch('--quiet').stderr).toBe('');
  expect(batch('--force').stderr).toContain('3 unchanged');
  expect(read(OUTPUT)).toBe(made);
  edit();
  rmSync(path(OUTPUT));
  expect(batch().stderr).toContain('3 unchanged');
  expect(read(OUTPUT)).toBe(made);
});

test('one that is out of date is kept, too, with exit code 1; the others are done', () => {
  const edited = edit();
  const other = read('tei/frus1955-57v98/d3.xml');
  const { status, stderr } = batch('--compact', '--quiet');
  expect(status).toBe(1);
  expect(stderr).toContain(`out of date, but changed since they were made, kept: ${OUTPUT}`);
  expect(read(OUTPUT)).toBe(edited);
  expect(read('tei/frus1955-57v98/d3.xml')).not.toBe(other);
  expect(batch('--compact', '--force').status).toBe(0);
  expect(read(OUTPUT)).not.toBe(edited);
});

test('one that the manifest does not know is kept, with exit code 1, unless it is what would be written', () => {
  const made = read(OUTPUT);
  const edited = edit();
  const manifest = 'tei/.teigram.jsonl';
  const [, ...others] = read(manifest).trimEnd().split('\n');
  // As a full disk leaves it; then as if there had been none.
  for (const left of [others, []]) {
    write(manifest, left.map((line) => `${line}\n`).join(''));
    const { status, stderr } = batch('--quiet');
    expect(stderr).toBe(
      `teigram: warning: not what would be written, and no manifest says that they were made from these texts, kept: ${OUTPUT}\n  hint: remove one to have it made anew, or --force for all of them: what was changed is lost\n`,
    );
    expect(status).toBe(1);
    expect(read(OUTPUT)).toBe(edited);
  }
  const again = batch();
  expect(again.status).toBe(1);
  expect(again.stderr).toContain(`no manifest says that they were made from these texts, kept: ${OUTPUT}`);
  expect(again.stderr).toContain('4 unchanged');
  expect(batch('--force').status).toBe(0);
  expect(read(OUTPUT)).toBe(made);
});

test('one that was written for a text that failed before is kept', () => {
  const text = path('texts/frus1955-57v98/d1.txt');
  const was = readFileSync(text);
  rmSync(path('tei'), { recursive: true });
  rmSync(text);
  symlinkSync('gone', text);
  expect(batch().status).toBe(2);
  write(OUTPUT, 'by hand');
  rmSync(text);
  writeFileSync(text, was);
  expect(batch().status).toBe(1);
  expect(read(OUTPUT)).toBe('by hand');
});

test('one that cannot be read fails alone', () => {
  rmSync(path(OUTPUT));
  mkdirSync(path(OUTPUT));
  const { status, stderr } = batch();
  expect(status).toBe(2);
  expect(stderr).toMatch(/d1\.xml.*\n(?:.*\n)*4 of 4 documents, 3 unchanged, 1 failed/);
});

test('one of a text that was out of reach for a while', () => {
  const text = path('texts/frus1955-57v98/d1.txt');
  rmSync(text);
  symlinkSync('gone', text);
  expect(batch().status).toBe(2);
  const edited = edit();
  rmSync(text);
  writeFileSync(text, 'A new text.');
  expect(batch().stderr).toContain(`out of date, but changed since they were made, kept: ${OUTPUT}`);
  expect(read(OUTPUT)).toBe(edited);
});

test('what a batch that was killed wrote is not taken for somebody’s work', async () => {
  rmSync(root, { recursive: true });
  write('texts/frus1955-57v98/d1.txt', '1. FAULT: hangs');
  write('texts/frus1955-57v99/d2.txt', '2. All quiet.');
  batch();
  const output = 'tei/frus1955-57v99/d2.xml';
  const before = read(output);
  const env = { ...process.env, NODE_OPTIONS: `--import=${join(import.meta.dirname, 'faults.mjs')}` };
  const args = [MAIN, 'batch', 'texts', '-o', 'tei', '--jobs', '2', '--compact'];
  const running = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
  const ended = once(running, 'exit');
  // Its turn to be told of in the manifest never comes: the first document hangs.
  while (read(output) === before) await wait(50);
  running.kill('SIGKILL');
  await ended;
  const { status, stderr } = batch('--compact');
  expect(stderr).not.toContain('changed since');
  expect(status).toBe(0);
});

test('documents that a batch had begun when it was stopped are as they were', () => {
  const input = path('texts/frus1955-57v98/d1.txt');
  const output = path(OUTPUT);
  const [made] = [...readManifest(path('tei/.teigram.jsonl'))].filter((line) => line.output === OUTPUT);
  const manifest = openManifest(path('tei/.teigram.jsonl'));
  const before = { ...made!, input, output };
  manifest.add(before);
  const task = { name: input, path: input, target: output };
  const group = knownGroup({ tasks: [task] }, manifest, { options: {} }, { retry: false, force: false });
  const underWay = new UnderWay(manifest);
  underWay.begin(group);
  expect(manifest.get(input)?.begun).toBe(true);
  const sameAgain = knownGroup({ tasks: [task] }, manifest, { options: {} }, { retry: false, force: false });
  expect([...sameAgain.before.values()]).toEqual([before]);
  underWay.leave();
  expect(manifest.get(input)).toEqual(before);
  manifest.close();
});

test('outputs whose texts are gone are told of, and removed by --prune if nobody changed them', () => {
  for (const n of [1, 3]) rmSync(path(`texts/frus1955-57v98/d${n}.txt`));
  const other = 'tei/frus1955-57v98/d3.xml';
  edit();
  for (let run = 0; run < 2; run++)
    expect(batch().stderr).toContain(`2 outputs whose texts are gone: ${OUTPUT}, ${other}\n  hint: --prune`);
  const { status, stderr } = batch('--prune');
  expect(status).toBe(0);
  expect(stderr).toContain(`removed 1 output whose text is gone: ${other}`);
  expect(stderr).toContain(`kept 1 output whose text is gone, but which somebody changed: ${OUTPUT}`);
  expect([existsSync(path(other)), existsSync(path(OUTPUT))]).toEqual([false, true]);
  expect(batch('--quiet').stderr).toBe('');
  expect(read('tei/.teigram.jsonl')).not.toContain(other);
});

test('a text that is not in a folder that is named is not gone', () => {
  const only = [MAIN, 'batch', 'texts/frus1955-57v99', '-o', 'tei/frus1955-57v99', '--manifest', 'tei/.teigram.jsonl'];
  rmSync(path('texts/frus1955-57v98'), { recursive: true });
  const { stderr } = spawnSync(process.execPath, [...only, '--prune'], { cwd: root, encoding: 'utf8' });
  expect(stderr).toContain('2 unchanged');
  expect(stderr).not.toContain('gone');
  expect(existsSync(path(OUTPUT))).toBe(true);
});

test('texts in a folder of another name are known again: what was changed of their outputs is kept', () => {
  const edited = edit();
  renameSync(path('texts'), path('moved'));
  const args = [MAIN, 'batch', 'moved', '-o', 'tei'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain(`out of date, but changed since they were made, kept: ${OUTPUT}`);
  expect(stderr).not.toContain('gone');
  expect(read(OUTPUT)).toBe(edited);
});
