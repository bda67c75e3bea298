/**
 * Commands as a user types them, with all that they print: `transcripts/*.md`. In a transcript a `file NAME` fence is a file, an
 * `sh` fence is a command line, and the `stdout`, `stderr`, `exit` and `written NAME` fences after it are what must come of it; those that are left out
 * mean nothing printed and exit code 0. UPDATE=1 rewrites them with what came: read the diff before you keep it.
 */

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, describe, expect, test } from 'vitest';
import { VERSION } from '../src/version.js';
import { type Fence, type Parts, parse, render } from './fenced.js';

const ROOT = join(import.meta.dirname, '..');
const MAIN = join(ROOT, 'dist/cli/main.js');
const BIN = mkdtempSync(join(tmpdir(), 'teigram-bin-'));
writeFileSync(join(BIN, 'teigram'), `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`);
chmodSync(join(BIN, 'teigram'), 0o755);
afterAll(() => rmSync(BIN, { recursive: true }));

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | null;
}

function run(command: string, folder: string): Outcome {
  const { stdout, stderr, status } = spawnSync('bash', ['-o', 'pipefail', '-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${BIN}:${process.env.PATH}`, HOME: folder, SAMPLES: join(ROOT, 'samples') },
  });
  const steady = (text: string): string =>
    text.replaceAll(VERSION, 'VERSION').replaceAll(join(ROOT, 'samples'), 'SAMPLES');
  return { stdout: steady(stdout), stderr: steady(stderr), exit: status };
}

/** What a fence of this kind should hold; a last line without its end is marked as such. */
function actual(kind: string, rest: string, outcome: Outcome, folder: string): string {
  if (kind === 'exit') return `${outcome.exit}\n`;
  const text = kind === 'written' ? contents(join(folder, rest)) : outcome[kind as 'stdout' | 'stderr'];
  return text === '' || text.endsWith('\n') ? text : `${text}⏎\n`;
}

const contents = (path: string): string =>
  existsSync(path) ? readFileSync(path, 'utf8').replaceAll(VERSION, 'VERSION') : '(no such file)';

const DEFAULT: Readonly<Record<string, string>> = { stdout: '', stderr: '', exit: '0\n' };

/** Run a transcript; gives it back with what really came. */
function replay(parts: Parts, folder: string): Parts {
  const result: Parts = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    result.push(part);
    if (typeof part === 'string') continue;
    if (part.kind === 'file') {
      mkdirSync(dirname(join(folder, part.rest)), { recursive: true });
      writeFileSync(join(folder, part.rest), part.body);
    }
    if (part.kind !== 'sh') continue;
    const outcome = run(part.body, folder);
    const expected = following(parts, i);
    for (const { kind, rest } of expected)
      if (kind === 'written') result.push('\n', fence(kind, rest, outcome, folder));
    for (const kind of ['stdout', 'stderr', 'exit']) {
      const came = fence(kind, '', outcome, folder);
      if (came.body !== DEFAULT[kind]) result.push('\n', came);
    }
    i += expected.length * 2;
  }
  return result;
}

const fence = (kind: string, rest: string, outcome: Outcome, folder: string): Fence => ({
  kind,
  rest,
  body: actual(kind, rest, outcome, folder),
});

/** The expectations after a command: fences parted by blank lines only. */
function following(parts: Parts, command: number): Fence[] {
  const fences: Fence[] = [];
  for (let i = command + 1; i + 1 < parts.length; i += 2) {
    const next = parts[i + 1] as Fence;
    if ((parts[i] as string).trim() !== '' || !['stdout', 'stderr', 'exit', 'written'].includes(next.kind)) break;
    fences.push(next);
  }
  return fences;
}

describe('transcripts', () => {
  test('the command is built', () => expect(existsSync(MAIN)).toBe(true));

  for (const path of globSync('*.md', { cwd: join(import.meta.dirname, 'transcripts'), absolute: true }).sort()) {
    test(basename(path, '.md'), () => {
      const folder = mkdtempSync(join(tmpdir(), 'teigram-transcript-'));
      try {
        const markdown = readFileSync(path, 'utf8');
        const came = render(replay(parse(markdown), folder));
        if (process.env.UPDATE) writeFileSync(path, came);
        else expect(came).toBe(markdown);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});
