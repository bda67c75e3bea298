/** `--since`: the files that differ from a commit, new ones too. */

import { realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Inputs, STDIN } from '../batch/inputs.js';
import { lookAt } from '../batch/stat.js';
import { gitNames, isBelow, nameBelow, topOf } from './git.js';
import type { Selection } from './selection.js';
import { CommandError } from './terminal.js';

const HINT = { hint: '--since takes a branch, tag or commit' };

/** @throws CommandError where git doesn't know the commit. */
export function changedSince(ref: string, { inputs, problems }: Inputs): Selection {
  if (ref.startsWith('-')) throw new CommandError(`“${ref}” is no commit`);
  const isChanged = changeTest(ref);
  return {
    paths: inputs.map(({ path }) => path),
    problems: problems.filter(({ argument }) => !isEmptied(argument, ref)),
    isWhole: false,
    isWanted: (path) => path === STDIN || isChanged(path),
  };
}

/** Whether a file differs from a commit of the repository it lies in. */
function changeTest(ref: string): (path: string) => boolean {
  const byTop = new Map<string, Set<string>>();
  const tops = new Map<string, string>();
  return (path) => {
    const folder = dirname(resolve(path));
    const top = tops.get(folder) ?? topOf(folder);
    tops.set(folder, top);
    let changed = byTop.get(top);
    if (!changed) {
      const since = gitNames(top, ['diff', '--name-only', '-z', '--diff-filter=d', ref, '--'], HINT);
      const fresh = gitNames(top, ['ls-files', '-z', '--others', '--exclude-standard']);
      changed = new Set([...since, ...fresh].map((name) => join(top, name)));
      byTop.set(top, changed);
    }
    return changed.has(realpathSync(path));
  };
}

/** Whether an argument names a folder that holds nothing (any more): that is no mistake where changes are asked for. */
function isEmptied(argument: string, ref: string): boolean {
  if (lookAt(argument)?.isDirectory()) return true;
  const top = topOf('.');
  const base = nameBelow(top, argument);
  return gitNames(top, ['diff', '--name-only', '-z', '--diff-filter=D', ref, '--'], HINT).some((name) =>
    isBelow(name, base),
  );
}
