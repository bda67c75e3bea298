/** What a run left behind: every file below a folder, and its manifest. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const MANIFEST = '.teigram.jsonl';

/** Hashes of all files by path; the manifest left out, for it has times. */
function hashes(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === MANIFEST) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex'));
  }
  return found;
}

/**
 * Compare a run with a quiet one: the same files with the same bytes and none besides; in the manifest each document once, with
 * the hash of its output.
 *
 * @throws Error that says what differs
 */
export function compare(folder: string, quiet: string): void {
  const [mine, theirs] = [hashes(folder), hashes(quiet)];
  const lost = [...theirs.keys()].filter((path) => !mine.has(path));
  const besides = [...mine.keys()].filter((path) => !theirs.has(path));
  const other = [...mine].filter(([path, hash]) => theirs.has(path) && theirs.get(path) !== hash).map(([path]) => path);
  for (const [what, paths] of Object.entries({ lost, besides, other }))
    if (paths.length > 0) throw new Error(`${paths.length} files ${what}: ${paths.slice(0, 5).join(', ')}`);
  const lines = readFileSync(join(folder, MANIFEST), 'utf8').trimEnd().split('\n');
  const outputs = new Map(
    lines.map((line) => {
      const { output, outputHash } = JSON.parse(line) as { output: string; outputHash: string };
      return [relative(folder, output), outputHash];
    }),
  );
  if (lines.length !== theirs.size)
    throw new Error(`${lines.length} lines in the manifest for ${theirs.size} documents`);
  for (const [path, hash] of theirs)
    if (outputs.get(path) !== hash) throw new Error(`the manifest is wrong about ${path}`);
}
