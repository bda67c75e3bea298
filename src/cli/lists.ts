/** The files of `--authority`. */

import { readFileSync } from 'node:fs';
import { type ListFile, readAuthority } from '../authority/read.js';
import { decode } from '../batch/decode.js';
import { fileError } from './files.js';
import { printDiagnostic } from './print.js';

/**
 * Read a volume's lists, and print what is wrong in them.
 *
 * @throws CommandError
 */
export function readLists(paths: readonly string[], quiet: boolean): ListFile[] {
  const files = paths.map((name) => {
    try {
      return { name, text: decode(readFileSync(name)).text };
    } catch (error) {
      throw fileError(name, error);
    }
  });
  for (const { source, diagnostic } of readAuthority(files).findings) {
    if (diagnostic.severity === 'error' || (diagnostic.severity === 'warning' && !quiet))
      printDiagnostic(source, diagnostic);
  }
  return files;
}
