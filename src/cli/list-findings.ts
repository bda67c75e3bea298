/** What is wrong in lists, printed. */

import type { ListFinding } from '../authority/types.js';
import { printDiagnostic } from './print.js';
import { CommandError } from './terminal.js';

const keyOf = ({ source, diagnostic: { code, start, message } }: ListFinding): string =>
  [source.name, code, start, message].join('\0');

/** Printed once, however often lists are read. */
export class ListFindings {
  private readonly told = new Set<string>();

  constructor(private readonly quiet: boolean) {}

  /** @throws CommandError where a list can't be read at all */
  tell(findings: readonly ListFinding[]): void {
    const fresh = findings.filter((finding) => !this.told.has(keyOf(finding)));
    for (const finding of fresh) this.told.add(keyOf(finding));
    if (!this.quiet) printRemarks(fresh);
    for (const { source, diagnostic } of fresh) {
      const { severity } = diagnostic;
      if (severity === 'error' || (severity === 'warning' && !this.quiet)) printDiagnostic(source, diagnostic);
    }
    const unreadable = findings.filter(({ diagnostic }) => diagnostic.code === 'list-not-readable');
    if (unreadable.length === 0) return;
    // A whole series converted without its lists would have to be done again.
    const names = [...new Set(unreadable.map(({ source }) => source.name))].join(', ');
    throw new CommandError(
      `${names}: not a list that can be read`,
      'nothing was written; mend the list or leave it out',
    );
  }
}

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
