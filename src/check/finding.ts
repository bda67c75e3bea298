/** What a check of edition XML found, with its place: the one shape that grammars, Schematron, rules and reports share. */

import type { Severity } from '../diagnostic.js';

/** Replace the characters `start…end` (UTF-16 offsets in the file's text) by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * One finding about one place of one file.
 *
 * - `rule`: a stable kebab-case name: of a house rule, or of the layer that found it (`schema`, `well-formed`, …).
 * - `line`, `column`: counted from 1, columns in UTF-16 code units; `endLine`, `endColumn` point after the last character.
 * - `offset`, `endOffset`: the same place in UTF-16 code units of the file's text, where known.
 * - `xpath`: the element concerned, as the engine names it.
 * - `repeats`: where the same was found of an earlier sibling: its `offset`.
 * - `expected`: all that a grammar would take at the place, where `message` has only the first of it.
 * - `hint`: what to do about it. `fix`: edits that do it without touching the text's meaning.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly offset?: number;
  readonly endOffset?: number;
  readonly xpath?: string;
  readonly repeats?: number;
  readonly expected?: readonly string[];
  readonly hint?: string;
  readonly fix?: readonly Edit[];
}
