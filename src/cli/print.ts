/** Diagnostics and findings on standard error, a line each: `name:line:column: severity: message [code]`. */

import type { PlacedDiagnostic } from '../batch/task.js';
import type { Finding } from '../check/finding.js';
import { type Diagnostic, formatAt, formatDiagnostic, type Severity } from '../diagnostic.js';
import type { Source } from '../source.js';
import { colours, err } from './terminal.js';

const COLOUR: Readonly<Record<Severity, (text: string) => string>> = {
  error: colours.red,
  warning: colours.yellow,
  info: colours.cyan,
};

const painted = (line: string, severity: Severity): string =>
  line.replace(`: ${severity}: `, () => `: ${COLOUR[severity](severity)}: `);

export function printDiagnostic(of: Source, diagnostic: Diagnostic): void {
  err(painted(formatDiagnostic(of, diagnostic), diagnostic.severity));
}

export function printPlaced(name: string, diagnostic: PlacedDiagnostic): void {
  err(painted(formatAt(name, diagnostic, diagnostic), diagnostic.severity));
}

export function printFinding(name: string, { line, column, severity, message, rule, hint }: Finding): void {
  err(painted(`${name}:${line}:${column}: ${severity}: ${message} [${rule}]`, severity));
  if (hint) err(`  hint: ${hint}`);
}
