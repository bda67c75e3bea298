/** Git, asked about the files of a repository. */

import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { CommandError } from './terminal.js';

export interface GitOptions {
  /** For git's standard input. */
  readonly input?: string;
  /** What to do where git refuses. */
  readonly hint?: string;
}

/** What a git command prints. @throws CommandError in git's own words */
export function git(folder: string, args: readonly string[], { input, hint }: GitOptions = {}): string {
  try {
    return execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input, stdio: 'pipe' }),
    });
  } catch (error) {
    const { code, stderr, message } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT') throw new CommandError('this needs git, which is not installed');
    throw new CommandError(`git: ${(stderr || message).trim().split('\n')[0]}`, hint);
  }
}

/** The names of files that a git command with `-z` prints. */
export const gitNames = (folder: string, args: readonly string[], options?: GitOptions): string[] =>
  git(folder, args, options).split('\0').filter(Boolean);

/** The folder at the top of the repository that a folder lies in. */
export const topOf = (folder: string): string => git(folder, ['rev-parse', '--show-toplevel']).trim();

/** The name that git has for a file or folder, which may be gone: from the top, with `/`; '' for the top itself. */
export function nameBelow(top: string, path: string): string {
  const whole = existsSync(path) ? realpathSync(path) : resolve(realpathSync('.'), path);
  return relative(top, whole).replace(/\\/g, '/');
}

/** Whether a name is `base` or lies below it. */
export const isBelow = (name: string, base: string): boolean =>
  base === '' || name === base || name.startsWith(`${base}/`);
