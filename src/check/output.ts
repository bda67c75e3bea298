/** Our own output against the built-in schema: what it breaks is our bug, told at the place in the text. */

import { countWhile } from '../count-while.js';
import type { LedgerEntry } from '../ledger.js';
import { position, type Source } from '../source.js';
import type { Finding } from './finding.js';
import { validateDocument } from './schema/builtin.js';

/** Offset in the output of a line and column, both from 1. */
function offsetOf(output: string, line: number, column: number): number {
  let at = 0;
  for (let i = 1; i < line; i++) {
    const next = output.indexOf('\n', at);
    if (next < 0) break;
    at = next + 1;
  }
  return at + Math.max(0, column - 1);
}

/** The stretch of the source that was written last before an offset of the output. */
function sourceStretch(ledger: readonly LedgerEntry[], offset: number): { start: number; end: number } {
  const next = countWhile(ledger, ({ at }) => at <= offset);
  // A line of the output begins with a tag: the text that follows it names the place better than the text before.
  for (const entry of [...ledger.slice(next, next + 3), ...ledger.slice(Math.max(0, next - 3), next).reverse()]) {
    if (entry.kind === 'text') return entry;
  }
  return { start: 0, end: 0 };
}

/** Give findings about an output their place in the source it was made from. */
function placeInSource(
  findings: readonly Finding[],
  output: string,
  ledger: readonly LedgerEntry[],
  of: Source,
): Finding[] {
  return findings.map((finding) => {
    const { start, end } = sourceStretch(ledger, finding.offset ?? offsetOf(output, finding.line, finding.column));
    const from = position(of, start);
    const to = position(of, end);
    const { fix: _, ...rest } = finding;
    return {
      ...rest,
      file: of.name,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      offset: start,
      endOffset: end,
      hint: 'This is a bug of teigram, not of the text: the file was written all the same; please report it.',
    };
  });
}

/** Check an output against the built-in schema; findings point into the source. No finding means valid. */
export function schemaFindings(output: string, ledger: readonly LedgerEntry[], of: Source): Finding[] {
  const findings = validateDocument(output);
  return findings.length === 0 ? findings : placeInSource(findings, output, ledger, of);
}
