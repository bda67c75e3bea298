/** The public interface of the library. */

export { type Conversion, type ConvertOptions, convert } from './convert.js';
export { type Diagnostic, formatDiagnostic, type Severity } from './diagnostic.js';
export { formatLedger, type LedgerEntry, LedgerError } from './ledger.js';
export { type Position, position, type Source, type Span, source } from './source.js';
export type * from './tree.js';
export { VERSION } from './version.js';
export type { Format } from './write/index.js';
