/** The files of `--authority`. */

import { readFileSync } from 'node:fs';
import { type ListFile, readAuthority } from '../authority/read.js';
import { decode } from '../batch/decode.js';
import { fileError } from './files.js';
import { printDiagnostic } from './print.js';
import { CommandError } from './terminal.js';

/**
 * Read a volume's lists, and print what is wrong in them.
 *
 * @throws CommandError where one can't be read at all
 */
export function readLists(paths: readonly string[], quiet: boolean): ListFile[] {
  const files = paths.map((name) => {
    try {
      return { name, text: decode(readFileSync(name)).text };
    } catch (error) {
      throw fileError(name, error);
    }
  });
  const unreadable: string[] = [];
  for (const { source, diagnostic } of readAuthority(files).findings) {
    const { severity, code } = diagnostic;
    if (severity === 'error' || (severity === 'warning' && !quiet)) printDiagnostic(source, diagnostic);
    if (code === 'list-not-readable') unreadable.push(source.name);
  }
  // A whole series converted without its lists would have to be done again.
  if (unreadable.length > 0) {
    const names = [...new Set(unreadable)].join(', ');
    throw new CommandError(
      `${names}: not a list that can be read`,
      'nothing was converted; mend the list or leave it out',
    );
  }
  return files;
}
