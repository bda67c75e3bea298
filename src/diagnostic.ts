/** What went wrong or is doubtful, with its place: data that travel with the document, worded in one place. */

import { requireThat } from './options.js';
import { fields, offset, text } from './shapes.js';
import { type Position, position, requireSource, type Source } from './source.js';

/** `error`: wrong; `warning`: somebody should look; `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** Decisions less probable than this are reported as doubtful, unless another bound is asked for. */
export const DEFAULT_DOUBT = 0.99;

/** What a model might have chosen instead; `start…end` where it is another place. */
export interface Alternative {
  readonly choice: string;
  readonly p: number;
  readonly start?: number;
  readonly end?: number;
}

/**
 * One finding about one place.
 *
 * - `code`: a stable kebab-case name, e.g. `note-without-place`.
 * - `start`, `end`: offsets in the source (UTF-16 code units).
 * - `hint`: what to do about it.
 * - `p`: the probability of the choice taken, where a model took it; `alternatives` are the others, best first.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly hint?: string;
  readonly p?: number;
  /** What was chosen, where the message alone says it. */
  readonly choice?: string;
  readonly alternatives?: readonly Alternative[];
}

const DIAGNOSTIC = {
  holds: fields({ code: text, severity: text, message: text, start: offset }),
  must: 'one of the diagnostics of a conversion',
};

/**
 * `name:line:column: severity: message [code]`, the form editors and CI logs make clickable.
 *
 * @throws TypeError where the source is none, or the diagnostic
 */
export function formatDiagnostic(of: Source, d: Diagnostic): string {
  requireSource(of);
  requireThat(d, DIAGNOSTIC, 'the diagnostic');
  return formatAt(of.name, position(of, d.start), d);
}

/** {@link formatDiagnostic} where the place is known and the source no longer at hand. */
export function formatAt(name: string, at: Position, d: Diagnostic): string {
  const lines = [`${name}:${at.line}:${at.column}: ${d.severity}: ${d.message} [${d.code}]`];
  if (d.hint) lines.push(`  hint: ${d.hint}`);
  return lines.join('\n');
}
