/** The built-in schema: schemas/teigram, through the XSD that is derived from it. */

import { compile } from './engine.js';
import { BUILTIN_SCHEMA } from './folder.js';
import type { SchemaGrammar } from './grammar.js';

let builtin: SchemaGrammar | undefined;

/** The compiled built-in grammar: made on first use, kept for the life of the thread (some 70 ms). */
export function builtinGrammar(): SchemaGrammar {
  const file = `${BUILTIN_SCHEMA}teigram.xsd`;
  builtin ??= { file, compiled: compile(file, 'xsd'), rng: `${BUILTIN_SCHEMA}teigram.rng` };
  return builtin;
}
