/** The grammar half of the checker, as the whole sees it: well-formedness always, grammars unless they are left out. */

import { source } from '../source.js';
import type { CheckSettings } from './check-file.js';
import type { Finding } from './finding.js';
import { builtinGrammar } from './schema/builtin.js';
import { loadGrammar, type SchemaGrammar } from './schema/grammar.js';
import { validateBytes } from './schema/validate.js';

function grammarsOf({ noSchema, schema }: CheckSettings): SchemaGrammar[] {
  if (noSchema) return [];
  return schema && schema.length > 0 ? schema.map(loadGrammar) : [builtinGrammar()];
}

/** @throws GrammarError where a grammar of the settings can't be used. */
export function schemaFindings(bytes: Uint8Array, text: string, settings: CheckSettings): Finding[] {
  return validateBytes(bytes, () => source(text), grammarsOf(settings));
}
