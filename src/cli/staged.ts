/** `--staged`: files as the index of git holds them, whatever has become of them on the disk since. */

import { join, normalize } from 'node:path';
import { type Inputs, STDIN } from '../batch/inputs.js';
import { lookAt } from '../batch/stat.js';
import { git, gitNames, isBelow, nameBelow, topOf } from './git.js';
import type { Selection } from './selection.js';

/**
 * The files of the index that the arguments name; wanted are those that the next commit adds or changes. Where the disk has
 * something else than the index, the index' content is put into `folder`, which must be empty.
 *
 * @throws CommandError outside of a repository
 */
export function staged(args: readonly string[], { inputs, problems }: Inputs, folder: string): Selection {
  const top = topOf('.');
  const list = (...command: string[]): string[] => gitNames(top, [...command, '-z']);
  const differences = (...command: string[]): string[] => list('diff', '--name-only', '--no-renames', ...command);
  const held = new Set(list('ls-files', '--cached'));
  const commits = new Set(differences('--cached', '--diff-filter=d'));
  const unlike = new Set(differences());
  const gone = differences('--diff-filter=D').filter((name) => held.has(name) && /\.xml$/i.test(name));
  const known = [...gone, ...differences('--cached', '--diff-filter=D')];

  /** Names in the index, by path. */
  const names = new Map<string, string>();
  for (const { path } of inputs) {
    if (path === STDIN) continue;
    const name = nameBelow(top, path);
    if (held.has(name)) names.set(path, name);
  }
  for (const argument of args.filter((each) => each !== STDIN)) {
    const base = nameBelow(top, argument);
    for (const name of gone.filter((each) => isBelow(each, base)))
      names.set(name === base ? argument : join(argument, name.slice(base === '' ? 0 : base.length + 1)), name);
  }
  // A folder that is empty by now is no mistake, nor is one that the commit empties.
  const isMistake = (argument: string): boolean => {
    if (lookAt(argument)?.isDirectory()) return false;
    const base = nameBelow(top, argument);
    return !known.some((name) => isBelow(name, base));
  };

  const copied = [...names].filter(([, name]) => unlike.has(name));
  const prefix = `${folder.replace(/\\/g, '/')}/`;
  const input = copied.map(([, name]) => `${name}\0`).join('');
  git(top, ['checkout-index', '-z', '--stdin', `--prefix=${prefix}`], { input });
  const order = ([path]: readonly [string, string]): string => normalize(path);
  const paths = [...names].sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(([path]) => path);
  return {
    paths: inputs.some(({ path }) => path === STDIN) ? [STDIN, ...paths] : paths,
    problems: problems.filter(({ argument }) => isMistake(argument)),
    isWhole: false,
    isWanted: (path) => path === STDIN || commits.has(names.get(path)!),
    bytesAt: new Map(copied.map(([path, name]) => [path, join(folder, name)])),
  };
}
