/** Files in a zip archive, of bounded size: a small archive may claim to hold, or really hold, far more than memory does. */

import { unzipSync } from 'fflate';
import type { Fault } from './tree.js';

/** All that is taken out of an archive together, in bytes. */
const LIMIT = 128 << 20;

export type Unzipped = { readonly files: Readonly<Record<string, Uint8Array>> } | Fault;

/** @param wanted which files to take out */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Unzipped {
  let total = 0;
  try {
    // fflate never inflates a file beyond the size that the archive states, so the sum of these bounds the memory used.
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        total += originalSize;
        return total <= LIMIT;
      },
    });
    if (total <= LIMIT) return { files };
    return { fault: `holds more than ${LIMIT >> 20} MB of text`, hint: 'save it as plain text', large: true };
  } catch {
    return { fault: 'is damaged, or not of the format that its name says', hint: 'open it and save it again' };
  }
}
