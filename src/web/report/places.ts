/** Where the files of a batch lie: what a manifest says, matched with the folder as it is now, wherever the batch was run from. */

import { extname, join } from 'node:path';
import { withExtension } from '../../batch/inputs.js';
import type { ManifestLine } from '../../batch/manifest.js';
import { lookAt } from '../../batch/stat.js';

export interface Places {
  /** An output's path below the folder; undefined where it can't be told. */
  below(line: ManifestLine): string | undefined;
  /** The text of a document; undefined where there is no such file. */
  text(line: ManifestLine): string | undefined;
}

/** A path with slashes, as it is compared. */
export const slashed = (path: string): string => path.replaceAll('\\', '/');

/** `files`: paths of the outputs below the folder. `texts`: where the texts lie, if not where the manifest says. */
export function placesOf(files: ReadonlySet<string>, texts: string | undefined): Places {
  /** What stands before the folder's own paths in the manifest. */
  let before: string | undefined;
  const below = ({ output }: ManifestLine): string | undefined => {
    if (output === undefined) return undefined;
    const path = slashed(output);
    if (before !== undefined && path.startsWith(before)) return path.slice(before.length);
    for (let at = 0; at >= 0; at = path.indexOf('/', at) + 1 || -1) {
      if (!files.has(path.slice(at))) continue;
      before = path.slice(0, at);
      return path.slice(at);
    }
    return undefined;
  };
  return {
    below,
    text(line) {
      const place = below(line);
      const path =
        texts === undefined || place === undefined
          ? line.input
          : join(texts, withExtension(place, extname(line.input)));
      return lookAt(path) ? path : undefined;
    },
  };
}
