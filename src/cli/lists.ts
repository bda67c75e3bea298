/** The files of `--authority`. */

import { readFileSync } from 'node:fs';
import { type ListFile, readAuthority } from '../authority/read.js';
import type { ListFinding } from '../authority/types.js';
import { decode } from '../batch/decode.js';
import { fileError } from './files.js';
import { printDiagnostic } from './print.js';
import { CommandError } from './terminal.js';

/** Remarks that need no mending, such as forms that are common words: the first of its kind and file, and how many there are. */
function printRemarks(findings: readonly ListFinding[]): void {
  const kinds = new Map<string, { first: ListFinding; count: number }>();
  for (const finding of findings) {
    const { severity, code } = finding.diagnostic;
    if (severity !== 'info') continue;
    const kind = `${code} ${finding.source.name}`;
    const known = kinds.get(kind);
    kinds.set(kind, known ? { ...known, count: known.count + 1 } : { first: finding, count: 1 });
  }
  for (const { first, count } of kinds.values()) {
    const { source, diagnostic } = first;
    const message = count === 1 ? diagnostic.message : `${diagnostic.message}; and ${count - 1} more such`;
    printDiagnostic(source, { ...diagnostic, message });
  }
}

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
  const { findings } = readAuthority(files);
  if (!quiet) printRemarks(findings);
  for (const { source, diagnostic } of findings) {
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
