/** `--since`: the files that differ from a commit, new ones too. */

import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CommandError } from './terminal.js';

function git(folder: string, ...args: string[]): string {
  try {
    return execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 2 ** 28,
    });
  } catch (error) {
    const { code, stderr, message } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT') throw new CommandError('--since needs git, which is not installed');
    throw new CommandError(
      `git: ${(stderr || message).trim().split('\n')[0]}`,
      '--since takes a branch, tag or commit',
    );
  }
}

/** Whether a file differs from a commit of the repository it lies in. */
export function changedSince(ref: string): (path: string) => boolean {
  if (ref.startsWith('-')) throw new CommandError(`“${ref}” is no commit`);
  const byTop = new Map<string, Set<string>>();
  const topOf = new Map<string, string>();
  return (path) => {
    const folder = dirname(resolve(path));
    let top = topOf.get(folder);
    if (top === undefined) {
      top = git(folder, 'rev-parse', '--show-toplevel').trim();
      topOf.set(folder, top);
    }
    let changed = byTop.get(top);
    if (!changed) {
      const since = git(top, 'diff', '--name-only', '-z', '--diff-filter=d', ref, '--');
      const fresh = git(top, 'ls-files', '-z', '--others', '--exclude-standard');
      changed = new Set(
        `${since}${fresh}`
          .split('\0')
          .filter(Boolean)
          .map((name) => join(top!, name)),
      );
      byTop.set(top, changed);
    }
    return changed.has(realpathSync(path));
  };
}
