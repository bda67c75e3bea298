/** The public interface of the library. */

export { type ListFile, readAuthority } from './authority/read.js';
export type { Authority, Person, Term } from './authority/types.js';
export type { Edit, Finding } from './check/finding.js';
export { type Known, readKnown } from './check/links.js';
export { type ValidateOptions, validate } from './check/validate.js';
export {
  type Conversion,
  type ConvertOptions,
  convert,
  convertVolume,
  factsOfText,
  type VolumeText,
} from './convert.js';
export type { Anchor } from './decisions/anchor.js';
export type { ReviewDecision } from './decisions/decision.js';
export { type DecisionFile, parseDecisions as readDecisions } from './decisions/file.js';
export { type Diagnostic, formatDiagnostic, type Severity } from './diagnostic.js';
export { formatLedger, type LedgerEntry, LedgerError } from './ledger.js';
export type { MarkedNote, Markup, TextRange } from './markup.js';
export { type DocumentFacts, remember, type TelegramNumber, type VolumeMemory } from './memory.js';
export { type PlainText, plainText } from './plain-text.js';
export { type Position, position, type Source, type Span, source } from './source.js';
export type * from './tree.js';
export { VERSION } from './version.js';
export type { Format } from './write/formats.js';
