/** The built-in schema: schemas/teigram, through the XSD that is derived from it. */

import { fileURLToPath } from 'node:url';
import { source } from '../../source.js';
import type { Finding } from '../finding.js';
import { compile } from './engine.js';
import type { SchemaGrammar } from './grammar.js';
import { validateBytes } from './validate.js';

/** The folder of the built-in grammar: `teigram.rnc` is the source, `teigram.rng` and `teigram.xsd` are derived. */
export const BUILTIN_SCHEMA = fileURLToPath(new URL('../../../schemas/teigram/', import.meta.url));

let builtin: SchemaGrammar | undefined;

/** The compiled built-in grammar: made on first use, kept for the life of the thread (some 70 ms). */
export function builtinGrammar(): SchemaGrammar {
  const file = `${BUILTIN_SCHEMA}teigram.xsd`;
  builtin ??= { file, compiled: compile(file, 'xsd'), rng: `${BUILTIN_SCHEMA}teigram.rng` };
  return builtin;
}

/**
 * Validate a TEI document, or a lone `div`, against the built-in schema: no finding means valid. Made for text that we
 * wrote ourselves; files of others go through the safety checks first.
 */
export function validateDocument(xml: string): Finding[] {
  return validateBytes(Buffer.from(xml, 'utf8'), () => source(xml), [builtinGrammar()]);
}
