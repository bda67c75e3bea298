/** Which files a command works on: files, folders and globs, in an order that depends on names alone. */

import { basename, extname, join, normalize, relative } from 'node:path';
import { globsFrom, leftOutBy } from '../globs.js';
import { NOT_UTF8 } from './explain.js';
import { filesBelow } from './files-below.js';
import { lookAt } from './stat.js';

/** A file to read, or `-` for standard input. */
export interface Input {
  readonly path: string;
  /** Where it goes below an output folder: its path below the folder or glob that named it, else its base name. */
  readonly below: string;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** Whether a folder or a glob was among the arguments, so that output is a tree even if it holds one file. */
  readonly tree: boolean;
  /** Files of folders that have one of the extensions that are told of, and not read. */
  readonly passedOver: readonly string[];
  /** Arguments that name nothing. */
  readonly problems: readonly InputProblem[];
}

export interface InputProblem {
  readonly argument: string;
  readonly message: string;
  readonly hint: string;
}

export const STDIN = '-';

/**
 * Find the files that arguments name. Folders give all files below them with one of `extensions` (`.txt`), hidden ones left out;
 * a file that is named takes any extension. No argument means standard input. A file named twice comes once. A glob with `!` in
 * front leaves out what the others name; `ignored` are globs that leave out what folders and globs give, not what is named. Files of
 * folders that have one of the extensions in `told` are passed over.
 */
export async function findInputs(
  args: readonly string[],
  extensions: readonly string[],
  ignored: readonly string[] = [],
  told: readonly string[] = [],
): Promise<Inputs> {
  const leftOut = args.filter((argument) => argument.startsWith('!') && !lookAt(argument));
  const named = args.filter((argument) => !leftOut.includes(argument));
  const globs = leftOut.map((argument) => argument.slice(1));
  const isLeftOut = leftOutBy(globs.length === 0 ? globs : await globsFrom('.', globs));
  const isIgnored = leftOutBy(ignored);
  const found = new Map<string, Input>();
  const problems: InputProblem[] = [];
  const passedOver: string[] = [];
  let tree = false;
  const add = (path: string, below: string): void => {
    const key = normalize(path);
    if (!found.has(key) && !isLeftOut(path)) found.set(key, { path, below });
  };
  for (const argument of args.length === 0 ? [STDIN] : named) {
    if (argument === STDIN) {
      found.set(STDIN, { path: STDIN, below: STDIN });
      continue;
    }
    const kind = lookAt(argument);
    if (kind?.isDirectory()) {
      tree = true;
      const all = filesBelow(argument, [...extensions, ...told]);
      const isTold = (path: string): boolean => told.includes(extname(path).toLowerCase());
      const files = all.filter((path) => !isTold(path));
      passedOver.push(...all.filter(isTold).map((path) => join(argument, path)));
      for (const path of files) if (!isIgnored(join(argument, path))) add(join(argument, path), path);
      if (files.length === 0) problems.push(emptyFolder(argument, extensions));
    } else if (kind) {
      add(argument, basename(argument));
    } else {
      const matches = await matchesOf(argument);
      if (!matches) {
        problems.push(missing(argument));
        continue;
      }
      tree = true;
      for (const path of matches.files) if (!isIgnored(path)) add(path, relative(matches.base, path));
      if (matches.files.length === 0) problems.push(noMatch(argument));
    }
  }
  if (found.size === 0 && problems.length === 0) problems.push(nothingLeft(named[0] ?? leftOut[0]!));
  // By code units: the same everywhere, whatever the locale.
  const inputs = [...found.keys()].sort().map((key) => found.get(key)!);
  return { inputs, tree, passedOver: passedOver.filter((path) => !isLeftOut(path)), problems };
}

// The library that knows globs is loaded where there is a glob: most commands name files or folders.

/** What a glob matches, and the folder in front of its first special character; undefined where it is no glob. */
async function matchesOf(pattern: string): Promise<{ readonly files: string[]; readonly base: string } | undefined> {
  const { globSync, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) return undefined;
  const parts = pattern.split('/');
  const special = parts.findIndex((part) => isDynamicPattern(part));
  const base = parts.slice(0, special).join('/') || (pattern.startsWith('/') ? '/' : '.');
  return { files: globSync(pattern, { expandDirectories: false, onlyFiles: true }), base };
}

/** `below` with another extension: `ch1/d38.txt` → `ch1/d38.xml`. */
export function withExtension(path: string, extension: string): string {
  return path.slice(0, path.length - extname(path).length) + extension;
}

/** What is told of a folder in which no file has one of the extensions. */
export const emptyFolder = (argument: string, extensions: readonly string[]): InputProblem => ({
  argument,
  message: `no ${extensions.join(', ').replace(/, (?=[^,]*$)/, ' or ')} file in this folder`,
  hint: `name the files, or a glob such as '${join(argument, '**/*')}'`,
});

const noMatch = (argument: string): InputProblem => ({
  argument,
  message: 'no file matches',
  hint: 'put the pattern in quotes, so that the shell leaves it alone; ** spans folders',
});

const nothingLeft = (argument: string): InputProblem => ({
  argument,
  message: 'all of it is left out, or nothing is named',
  hint: 'a glob with ! in front, or “ignore” in the settings, says what is left out of what is named',
});

const missing = (argument: string): InputProblem => ({
  argument,
  message: 'no such file or folder',
  hint: argument.includes('\ufffd') ? NOT_UTF8 : 'check the spelling; - is standard input',
});
