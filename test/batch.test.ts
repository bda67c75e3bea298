/**
 * Folders on several threads: what comes out depends on the documents alone, and a document that brings its thread down costs no
 * other. Faults are put into real threads by a module that is loaded before the command (`faults.mjs`).
 */

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { openLane } from '../dist/batch/lane.js';
import { share, unpacked } from '../dist/batch/shared.js';
import { progress } from '../src/cli/progress.js';
import { err, onTerminal } from '../src/cli/terminal.js';
import { inventedTelegrams } from '../src/faults/telegrams.js';
import { runs } from './properties.js';

const MAIN = join(import.meta.dirname, '../dist/cli/main.js');
const FAULTS = join(import.meta.dirname, 'faults.mjs');
const ROOT = mkdtempSync(join(tmpdir(), 'teigram-batch-'));
afterAll(() => rmSync(ROOT, { recursive: true }));

let folders = 0;
const folder = (): string => join(ROOT, String(folders++));

function written(files: Readonly<Record<string, string>>): string {
  const root = folder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const contents = (root: string): Record<string, string> =>
  Object.fromEntries(
    globSync('**/*', { cwd: root, dot: true })
      .sort()
      .map((name) => [name, readFileSync(join(root, name), 'utf8')]),
  );

function teigram(args: readonly string[], { faults = false } = {}) {
  const env = { ...process.env, ...(faults && { NODE_OPTIONS: `--import=${FAULTS}` }) };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

describe('convert on threads', () => {
  const lists = written({
    'lists.csv': 'kind,id,name,description\nperson,p_AJM1,"Allison, John M.",Ambassador in Ruritania\n',
  });
  const texts = inventedTelegrams(40);

  test('outputs and reports depend neither on the number of threads nor on the order of the arguments', () => {
    const input = written(texts);
    const volumes = ['frus1955-57v98', 'frus1955-57v99'].map((name) => join(input, name));
    const run = (jobs: number, order: readonly string[]) => {
      const out = folder();
      const authority = ['--authority', join(lists, 'lists.csv')];
      const { status, stderr } = teigram([
        'convert',
        ...order,
        '-o',
        out,
        '--jobs',
        String(jobs),
        ...authority,
        '--report',
        `${out}.json`,
      ]);
      const steady = (text: string): string => text.replaceAll(out, 'OUT');
      return {
        status,
        stderr: steady(stderr),
        report: steady(readFileSync(`${out}.json`, 'utf8')),
        files: contents(out),
      };
    };
    const alone = run(1, volumes);
    expect(Object.keys(alone.files)).toHaveLength(40);
    const order = fc.shuffledSubarray(volumes, { minLength: 2 });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3 }), order, (jobs, shuffled) => {
        expect(run(jobs, shuffled)).toEqual(alone);
      }),
      { numRuns: runs(2), endOnFailure: true },
    );
  });

  test('documents that bring their threads down are set aside, the others are done', () => {
    const faults = {
      hangs: 'not done within 5 s',
      'ends its thread': 'its thread ended',
      'exhausts the memory': 'more than 128 MB of memory',
      throws: 'crashed the converter',
    };
    const bad = Object.keys(faults).map((fault, i) => [`frus1955-57v98/d${i + 80}.txt`, `1. FAULT: ${fault}`]);
    const input = written({ ...inventedTelegrams(6), ...Object.fromEntries(bad) });
    const out = folder();
    const limits = ['--jobs', '2', '--timeout', '5', '--memory', '128'];
    const { status, stderr } = teigram(['convert', input, '-o', out, ...limits], { faults: true });
    const todo = ['--timeout', 'bug of teigram', '--memory', 'bug of teigram'];
    Object.values(faults).forEach((message, i) => {
      const told = `d${i + 80}\\.txt: set aside, tried 2 times: .*${message}[^]*?\n  hint: .*${todo[i]}`;
      expect(stderr).toMatch(new RegExp(told));
    });
    expect(status).toBe(2);
    expect(Object.keys(contents(out))).toEqual(
      Object.keys(inventedTelegrams(6))
        .map((name) => name.replace('.txt', '.xml'))
        .sort(),
    );
  });
});

test('however the paths are spelled, what is done is done; it tells nothing of the pace', () => {
  const texts = relative('.', written(inventedTelegrams(4)));
  const out = relative('.', folder());
  const events = join(ROOT, 'events.jsonl');
  expect(teigram(['batch', texts, '-o', out]).status).toBe(0);
  const { stderr } = teigram(['batch', resolve(texts), '-o', resolve(out), '--events', events]);
  expect(stderr).toContain('4 unchanged');
  const told = readFileSync(events, 'utf8').trimEnd().split('\n');
  expect(told.map((line) => JSON.parse(line) as object)).toContainEqual(
    expect.objectContaining({ event: 'progress', total: 4, rate: 0 }),
  );
});

test('a terminal that knows lines only gets no bar', ({ onTestFinished }) => {
  const { isTTY } = process.stderr;
  onTestFinished(() => {
    process.stderr.isTTY = isTTY;
    vi.unstubAllEnvs();
  });
  process.stderr.isTTY = true;
  vi.stubEnv('TERM', 'xterm');
  expect(onTerminal()).toBe(true);
  vi.stubEnv('TERM', 'dumb');
  expect(onTerminal()).toBe(false);
});

test('the bar leaves the terminal as it was, and the lines that were told', async ({ onTestFinished }) => {
  const { isTTY } = process.stderr;
  onTestFinished(() => {
    process.stderr.isTTY = isTTY;
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  process.stderr.isTTY = true;
  vi.stubEnv('TERM', 'xterm');
  let written = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
  const bar = await progress(50, false);
  err('d1.txt: warning');
  bar.step(50);
  expect(written).toContain('░ 0/50 documents');
  // Whoever presses Ctrl-C now has a terminal that still wraps lines.
  expect(written).not.toContain('\u001b[?7l');
  bar.stop();
  // The cursor goes back to the line where it is, not to the one where the bar began.
  expect(written).toMatch(/warning\n(?:(?!\u001b8).)*\u001b7(?:(?!\n).)*\u001b8(?:(?!\n).)*$/s);
});

test('whoever reads the events may go; the batch goes on', () => {
  const texts = written(inventedTelegrams(4));
  const out = folder();
  const command = [process.execPath, MAIN, 'batch', texts, '-o', out];
  const line = `${command.map((word) => `'${word}'`).join(' ')} --events /dev/stdout | head -n 1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual({ event: 'start', total: 4 });
  expect(stderr).toMatch(/\/dev\/stdout: nobody reads it any more; --events ends\n(?:.*\n)*4 of 4 documents/);
  expect(Object.keys(contents(out)).filter((name) => name.endsWith('.xml'))).toHaveLength(4);
});

test('a text that cannot be found and decisions that cannot be read fail or fault their own document alone', () => {
  const texts = join(written(inventedTelegrams(3)), 'frus1955-57v98');
  const [first, second] = readdirSync(texts);
  symlinkSync('gone', join(texts, 'd99.txt'));
  mkdirSync(join(texts, first!.replace('.txt', '.decisions.json')));
  const out = folder();
  mkdirSync(join(out, second!.replace('.txt', '.xml')), { recursive: true });
  const { status, stderr } = teigram(['batch', texts, '-o', out]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/d99\.txt: no such file or folder\n {2}hint: its link leads nowhere/);
  expect(stderr).toMatch(/\.xml: is a folder/);
  expect(stderr).toMatch(/the decisions beside this text can't be read/);
  expect(stderr).not.toContain('.teigram.jsonl');
});

test('a link in a circle fails alone, also where outputs lie beside it and links are among them', () => {
  const texts = written({ 'd1.txt': '1. Telegram\n\nAll quiet.\n' });
  symlinkSync('d2.txt', join(texts, 'd2.txt'));
  for (const told of ['2 of 2 documents', '1 unchanged']) {
    const { status, stderr } = teigram(['batch', texts, '-o', texts]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/d2\.txt: symbolic links go in a circle\n {2}hint: name the file itself\n.*1 failed/);
    expect(stderr).toContain(told);
  }
});

test('arguments that name nothing are told, and the others are converted to where all would go', () => {
  const texts = join(written(inventedTelegrams(3)), 'frus1955-57v98');
  const there = readdirSync(texts);
  const inputs = [join(texts, 'missing.txt'), join(texts, there[0]!), join(texts, 'no*.txt')];
  for (const command of ['convert', 'batch']) {
    const out = join(folder(), 'out');
    const { status, stderr } = teigram([command, ...inputs, '-o', out, '--quiet']);
    expect(status).toBe(2);
    expect(stderr).toContain(`${inputs[0]}: no such file or folder\n  hint: check the spelling`);
    expect(stderr).toContain(`${inputs[2]}: no file matches`);
    expect(readdirSync(out).filter((name) => !name.startsWith('.'))).toEqual([there[0]!.replace('.txt', '.xml')]);
  }
  const { status, stderr } = teigram(['convert', ...inputs]);
  expect([status, stderr]).toEqual([2, expect.stringContaining('nowhere to put them')]);
  const shards = join(folder(), 'shards');
  expect(teigram(['shards', 'make', ...inputs, '-o', folder(), '--shards', shards]).status).toBe(2);
  expect(existsSync(shards)).toBe(false);
});

describe('data for all threads', () => {
  test('equal data have one key, however their arrays came about', () => {
    const made = ['a.csv', 'b.csv'].map((name) => ({ name, text: 'id,name' }));
    // As compiled code makes them: V8 serialises them in another way.
    const filled = new Array<{ name: string; text: string }>(2);
    for (const [i, list] of made.entries()) filled[i] = { ...list };
    expect(share(filled).key).toBe(share(made).key);
    expect(unpacked(share(filled))).toEqual(made);
  });
});

describe('threads that cannot start', () => {
  test('too little memory for the models is wrong use', () => {
    const { status, stderr } = teigram(['batch', written(inventedTelegrams(1)), '-o', folder(), '--memory', '10']);
    expect(status).toBe(2);
    expect(stderr).toContain("option '--memory <MB>' argument '10' is invalid");
  });

  test('a thread that has no room for them, before it is given a document or after, fails the document alone', async () => {
    for (const pause of [0, 2000]) {
      const lane = await openLane({ timeout: 60, heap: 8 });
      await wait(pause);
      const task = { name: 'd1.txt', content: '1. Telegram\n\nAll quiet.' };
      const [outcome] = await lane.run({ step: 'convert', tasks: [task], options: {} });
      await lane.close();
      expect(outcome).toMatchObject({ failure: { cause: 'poison' } });
    }
  });
});

test('a new folder on a read-only disk is told as such', (context) => {
  const [texts, disk] = [written(inventedTelegrams(1)), written({ 'a.txt': '' })];
  const inside = (script: string) => spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' });
  const mount = `mount -t tmpfs -o ro tmpfs '${disk}'`;
  if (inside(mount).status !== 0) {
    console.warn('skipped: a read-only disk (needs unshare, and leave to mount)');
    return context.skip();
  }
  for (const command of ['batch', 'convert']) {
    const { status, stderr } = inside(
      `${mount} && '${process.execPath}' '${MAIN}' ${command} '${texts}' -o '${disk}/a/b'`,
    );
    expect(status).toBe(2);
    expect(stderr).toContain('the disk is read-only\n  hint: write elsewhere');
  }
});

test('the first process of a container ends by the signals that end others', (context) => {
  const inside = (script: string) => spawnSync('unshare', ['-rpf', 'sh', '-c', script], { encoding: 'utf8' });
  if (inside('true').status !== 0) {
    console.warn('skipped: a container (needs unshare, and leave to have processes apart)');
    return context.skip();
  }
  const silent = join(written({ 'a.txt': '' }), 'silent');
  // Asked again and again: nobody listens before it has begun.
  const { status } = inside(
    `mkfifo '${silent}'; while sleep 0.2; do kill -TERM 1; done & exec '${process.execPath}' '${MAIN}' filter <> '${silent}'`,
  );
  expect(status).toBe(128 + constants.signals.SIGTERM);
}, 60_000);

describe('shards', () => {
  test('a shard of which a document was set aside is left to do, until --retry takes it up', () => {
    const texts = written({ ...inventedTelegrams(2), 'frus1955-57v98/d80.txt': '1. FAULT: hangs' });
    const shards = folder();
    const run = (...more: readonly string[]) => teigram(['shards', 'run', shards, '0', '--jobs', '1', ...more]);
    teigram(['shards', 'make', texts, '-o', folder(), '--shards', shards]);
    expect(teigram(['shards', 'run', shards, '0', '--jobs', '1', '--timeout', '1'], { faults: true }).status).toBe(2);
    expect(teigram(['shards', 'status', shards])).toMatchObject({
      status: 1,
      stdout: '0 of 1 shards done, 2 of 3 documents, 1 set aside\nleft: 0\n',
    });
    expect(teigram(['shards', 'list', shards]).stdout).toBe('0\n');
    const again = run();
    expect(again.status).toBe(2);
    expect(again.stderr).toMatch(
      /^teigram: set aside: .*d80\.txt\n {2}the first: .*not done within 1 s\n {2}hint: --retry/,
    );
    expect(run('--retry')).toMatchObject({ status: 0 });
    expect(teigram(['shards', 'status', shards])).toMatchObject({
      status: 0,
      stdout: '1 of 1 shards done, 3 of 3 documents\n',
    });
  });
});
