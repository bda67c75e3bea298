/** What was made in an output folder, whoever recorded it: a batch in the folder's own manifest, shards in theirs. */

import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from './make-folder.js';
import { readManifest } from './manifest-file.js';
import { isAnother } from './others.js';

/** The manifest of a batch, in its output folder. */
export const MANIFEST = '.teigram.jsonl';
/** The manifest of a shard ends so. */
export const OF_SHARD = '.manifest.jsonl';
/** Names the folders of shards of which the outputs go into this one, a line each. */
const SHARDS = '.teigram.shards';

const shardsOf = (out: string): string[] => {
  const path = join(out, SHARDS);
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
};

/** Have an output folder know a folder of shards, by its path from there. @throws the system's error */
export function addShards(out: string, shards: string): void {
  if (shardsOf(out).includes(shards)) return;
  makeFolder(out);
  appendFileSync(join(out, SHARDS), `${shards}\n`);
}

/** Whether bytes of a hash were made from the text at `path`, or from one that isn't there any more. */
export type IsMade = (hash: string, path: string) => boolean;

/** What was made in a folder. Manifests are read when the first hash is asked for; what can't be read says nothing. */
export function madeIn(out: string): IsMade {
  let inputs: ReadonlyMap<string, readonly string[]> | undefined;
  return (hash, path) => {
    inputs ??= inputsByHash(manifestsOf(out));
    return inputs.get(hash)?.some((input) => !isAnother(input, path)) ?? false;
  };
}

function manifestsOf(out: string): string[] {
  const folders = shardsOf(out).filter((path) => path !== '');
  const ofShards = folders.map((path) => resolve(out, path)).flatMap((folder) => manifestsIn(folder));
  return [join(out, MANIFEST), ...ofShards];
}

function manifestsIn(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((name) => (name.endsWith(OF_SHARD) ? [join(folder, name)] : []));
  } catch {
    return [];
  }
}

/** What outputs were made from, by their hashes. */
function inputsByHash(manifests: readonly string[]): Map<string, string[]> {
  const inputs = new Map<string, string[]>();
  for (const manifest of manifests) {
    try {
      for (const { input, path, outputHash } of readManifest(manifest)) {
        if (outputHash === undefined) continue;
        const from = path === undefined ? input : resolve(dirname(manifest), path);
        const known = inputs.get(outputHash);
        if (known) known.push(from);
        else inputs.set(outputHash, [from]);
      }
    } catch {
      // Another may know.
    }
  }
  return inputs;
}
