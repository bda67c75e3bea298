/** The public interface of the library. */

export type { NameParts } from './authority/name.js';
export type { Period } from './authority/period.js';
export { type ListFile, readAuthority } from './authority/read.js';
export type { Authority, ListFinding, Person, Term } from './authority/types.js';
export type { Edit, Finding } from './check/finding.js';
export { type Known, readKnown } from './check/links.js';
export type { RuleSetting } from './check/rule-setting.js';
export type { Profile } from './check/rules/rule.js';
export { GrammarError } from './check/schema/engine.js';
export { type ValidateOptions, validate } from './check/validate.js';
export {
  type Conversion,
  type ConvertOptions,
  convert,
  convertVolume,
  factsOfText,
  type VolumeText,
} from './convert.js';
export type { TextAnchor } from './decisions/anchor.js';
export type {
  DocumentDecision,
  MarkKind,
  NoteDecision,
  PlacedDecision,
  ReviewDecision,
  Stamp,
  WordsDecision,
} from './decisions/decision.js';
export { type DecisionFile, parseDecisions as readDecisions } from './decisions/file.js';
export { type Alternative, type Diagnostic, formatDiagnostic, type Severity } from './diagnostic.js';
export { formatLedger, type LedgerEntry, LedgerError } from './ledger.js';
export type { MarkedEmphasis, MarkedNote, Markup, Rendition } from './markup.js';
export {
  type CitedNote,
  type DocumentFacts,
  type NameFacts,
  remember,
  type TelegramNumber,
  type VolumeMemory,
} from './memory.js';
export { type PlainText, plainText } from './plain-text.js';
export type { WhichPersons } from './resolve/persons/which.js';
export { type Origin, type Position, position, type Source, type Span, source } from './source.js';
export type { Typography } from './text/typography.js';
export type { TextRange } from './text-range.js';
export type * from './tree.js';
export { VERSION } from './version.js';
export type { Format } from './write/formats.js';
