/**
 * Our own output against the built-in schema: what it breaks is our bug, told at the place in the text. By our own two passes
 * alone: an engine would cost each thread its loading and its memory, for what doesn't happen.
 */

import { countWhile } from '../count-while.js';
import type { LedgerEntry } from '../ledger.js';
import { position, type Source, source } from '../source.js';
import type { TextRange } from '../text-range.js';
import { parseXml, XmlSyntaxError } from '../xml/parse.js';
import type { Finding } from './finding.js';
import { BUILTIN_SCHEMA } from './schema/folder.js';
import { namedErrors } from './schema/second.js';
import { builtinJudge } from './stream/builtin-judge.js';

/** Bytes of the document at hand, used again for the next: to allocate them costs more than to fill them. */
let room = Buffer.alloc(0);
/** Longer documents get bytes of their own, which go with them. */
const KEPT = 1 << 20;

function roomFor(bytes: number): Buffer {
  if (bytes > KEPT) return Buffer.allocUnsafe(bytes);
  if (room.length < bytes) room = Buffer.allocUnsafeSlow(Math.min(KEPT, 2 * bytes));
  return room;
}

/** The stretch of the source that was written last before an offset of the output. */
function sourceStretch(ledger: readonly LedgerEntry[], offset: number): TextRange {
  const next = countWhile(ledger, ({ at }) => at <= offset);
  // A line of the output begins with a tag: the text that follows it names the place better than the text before.
  for (const entry of [...ledger.slice(next, next + 3), ...ledger.slice(Math.max(0, next - 3), next).reverse()]) {
    if (entry.kind === 'text') return entry;
  }
  return { start: 0, end: 0 };
}

/** Give findings about an output their place in the source it was made from. */
function placeInSource(findings: readonly Finding[], ledger: readonly LedgerEntry[], of: Source): Finding[] {
  return findings.map((finding) => {
    const { start, end } = sourceStretch(ledger, finding.offset ?? 0);
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

/** What is wrong with an output, a TEI document or a lone `div`, at its places in the output itself. */
function brokenRules(output: string): Finding[] {
  const bytes = roomFor(output.length * 3 + 1);
  const length = bytes.write(output, 'utf8');
  if (builtinJudge().judge(bytes, length) === 'valid') return [];
  const of = source(output);
  return namedErrors(of, `${BUILTIN_SCHEMA}teigram.rng`) ?? [notWellFormed(of)];
}

function notWellFormed(of: Source): Finding {
  try {
    parseXml(of.text);
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    const { message, offset } = error;
    return { rule: 'well-formed', severity: 'error', message, offset, ...position(of, offset) };
  }
  return { rule: 'schema', severity: 'error', message: 'Whether it is valid could not be told.', line: 1, column: 1 };
}

/** Check an output against the built-in schema; findings point into the source. No finding means valid. */
export function schemaFindings(output: string, ledger: readonly LedgerEntry[], of: Source): Finding[] {
  const findings = brokenRules(output);
  return findings.length === 0 ? findings : placeInSource(findings, ledger, of);
}
