/** The built-in schema: schemas/teigram, through the XSD that is derived from it. */

import { fileURLToPath } from 'node:url';
import { source } from '../../source.js';
import type { Finding } from '../finding.js';
import { type Compiled, check, compile } from './engine.js';
import { toFindings } from './findings.js';

/** The folder of the built-in grammar: `teigram.rnc` is the source, `teigram.rng` and `teigram.xsd` are derived. */
export const BUILTIN_SCHEMA = fileURLToPath(new URL('../../../schemas/teigram/', import.meta.url));

let compiled: Compiled | undefined;

/** The compiled built-in grammar: made on first use, kept for the life of the thread (some 70 ms). */
export function builtinGrammar(): Compiled {
  compiled ??= compile(`${BUILTIN_SCHEMA}teigram.xsd`, 'xsd');
  return compiled;
}

/**
 * Validate a TEI document, or a lone `div`, against the built-in schema: no finding means valid. Made for text that we
 * wrote ourselves; files of others go through `validateAgainst`, which guards against hostile input first.
 */
export function validateDocument(xml: string): Finding[] {
  const [parse = [], schema = []] = check(Buffer.from(xml, 'utf8'), [builtinGrammar()]);
  const errors = [...parse, ...schema];
  return errors.length === 0 ? [] : toFindings(source(xml), errors);
}
