/** A volume's own lists: its persons and its terms. Plain data; ids are those of the lists, without `#`. */

import type { Diagnostic } from '../diagnostic.js';
import type { Source } from '../source.js';
import type { NameParts } from './name.js';
import type { Period } from './period.js';

/** A person of the list; all have the same fields, set or not, so that what reads them is compiled once. */
export interface Person {
  readonly id: string;
  /** As printed: `Taylor, General Maxwell D.` */
  readonly name: string;
  /** The same taken apart. */
  readonly parts: NameParts;
  /** Who it is, as printed after the name; may be empty. */
  readonly description: string;
  /** Further names, as a table of one's own gives them. */
  readonly aliases?: readonly string[] | undefined;
  /** When the offices of the description were held; [] where it names no date. */
  readonly periods: readonly Period[];
  /** The id of the entry that a “See …” entry points to. */
  readonly see?: string | undefined;
}

/** A term or abbreviation of the list. */
export interface Term {
  readonly id: string;
  /** As printed: `NAT(O)`. */
  readonly name: string;
  /** Every form that the printed one stands for: `NAT`, `NATO`. */
  readonly forms: readonly string[];
  /** Further forms, as a table of one's own gives them. */
  readonly aliases?: readonly string[];
  /** What it stands for; may be empty. */
  readonly expansion: string;
}

/** A finding about a list, with the file in which it stands. */
export interface ListFinding {
  readonly source: Source;
  readonly diagnostic: Diagnostic;
}

/** The lists of a volume, read. */
export interface Authority {
  readonly persons: readonly Person[];
  readonly terms: readonly Term[];
  /** What is wrong with the lists: duplicate ids, empty entries, forms that are common words … */
  readonly findings: readonly ListFinding[];
  /** Whether a TEI list has no white space between its elements: such volumes were encoded by another hand. */
  readonly tight?: true;
}

/** An entry as a file has it, before names and dates in it are understood. Offsets are places in the file. */
export interface Entry {
  readonly kind: 'person' | 'term';
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Further names (persons) or forms (terms). */
  readonly aliases: readonly string[];
  readonly see?: string;
  readonly start: number;
  readonly end: number;
}
