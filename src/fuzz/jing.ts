/** jing as the outside witness. It reads external entities: only for files that we made ourselves. */

import { spawnSync } from 'node:child_process';

export interface Verdict {
  readonly line: number;
  readonly message: string;
}

export const jingInstalled = (): boolean => !spawnSync('jing', ['-h'], { encoding: 'utf8' }).error;

/** The first complaint about each file; files that are valid are not in the map. */
export function jing(schema: string, files: readonly string[], batch = 500): Map<string, Verdict> {
  const first = new Map<string, Verdict>();
  for (let from = 0; from < files.length; ) {
    const some = files.slice(from, from + batch);
    const { stdout } = spawnSync('jing', [schema, ...some], { encoding: 'utf8', maxBuffer: 2 ** 30 });
    from += some.length;
    for (const line of stdout.split('\n')) {
      const [, file, at, message = ''] = /^(.*?):(\d+):\d+: (.*)$/.exec(line) ?? [];
      if (file === undefined) continue;
      if (!first.has(file)) first.set(file, { line: Number(at), message });
      // jing stops at the first file that isn't well-formed: start again behind it.
      if (message.startsWith('fatal')) from = files.indexOf(file) + 1;
    }
  }
  return first;
}
