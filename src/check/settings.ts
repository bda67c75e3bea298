/** What a check is asked for, and what it gives. */

import type { Finding } from './finding.js';
import type { LinkFacts } from './links.js';
import type { RuleSetting } from './rule-setting.js';
import type { Profile } from './rules/rule.js';

/** Plain data: it travels to worker threads. */
export interface CheckSettings {
  /** Left out: by what the file looks like. */
  readonly profile?: Profile;
  /** Rules that aren't as usual, by name. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** House rules are left out. */
  readonly noRules?: boolean;
  /** Grammars are left out, and rules that they hold or documents name: without `schematron` only well-formedness is checked. */
  readonly noSchema?: boolean;
  /** Grammars, `.rng` or `.xsd`; left out: those that the document names, else the built-in one, if it is of FRUS. */
  readonly schema?: readonly string[];
  /** Schematron rules, `.sch`, or `.rng` with rules inside; those inside of `schema` are run anyway. */
  readonly schematron?: readonly string[];
  /** Grammars and rules that the document itself names (`<?xml-model?>`) are not looked for. */
  readonly noModels?: boolean;
  /** The phase of the Schematron rules: `#ALL`, `#DEFAULT` (the default: their `defaultPhase`, else all) or an id. */
  readonly phase?: string;
  /** Another engine, asked beside the built-in one; where it isn't installed that is an error of the run. */
  readonly engine?: 'libxmljs2';
  /** A DOCTYPE is no error; external entities are never read all the same. */
  readonly allowDoctype?: boolean;
  /** Bytes of the largest file that is read. */
  readonly maxBytes?: number;
  /** Ids of lists of persons and terms are known, see links.ts: links to them are kept to be judged. */
  readonly lists?: boolean;
  /** Where the bytes of a file on disk lie, by its path, if not there. */
  readonly bytesAt?: ReadonlyMap<string, string>;
  /** Give each finding its key, for baselines. */
  readonly keys?: boolean;
}

/** A finding with what it is known by from run to run; see key.ts. */
export type KeyedFinding = Finding & { readonly key?: string };

export interface FileResult {
  readonly findings: readonly KeyedFinding[];
  readonly links: LinkFacts;
}
