/** Schematron rules that come with a grammar. */

import { madeOnce } from '../../made-once.js';
import { GrammarError } from '../schema/engine.js';
import type { SchemaGrammar } from '../schema/grammar.js';
import { loadRules, type RuleSet } from './rules.js';

/** The rules inside a grammar; undefined where it holds none; an error where they can't be read although the grammar can. */
export function rulesInside(grammar: SchemaGrammar): RuleSet | GrammarError | undefined {
  return grammar.rules ? read(grammar) : undefined;
}

const read = madeOnce(({ file }: SchemaGrammar): RuleSet | GrammarError => {
  try {
    return loadRules(file);
  } catch (error) {
    if (error instanceof GrammarError) return error;
    throw error;
  }
});
