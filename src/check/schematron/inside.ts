/** Schematron rules that come with a grammar. */

import { GrammarError } from '../schema/engine.js';
import type { SchemaGrammar } from '../schema/grammar.js';
import { loadRules, type RuleSet } from './rules.js';

const known = new WeakMap<SchemaGrammar, RuleSet | GrammarError>();

/** The rules inside a grammar; undefined where it holds none; an error where they can't be read although the grammar can. */
export function rulesInside(grammar: SchemaGrammar): RuleSet | GrammarError | undefined {
  if (!grammar.rules) return undefined;
  const found = known.get(grammar) ?? read(grammar.file);
  known.set(grammar, found);
  return found;
}

function read(file: string): RuleSet | GrammarError {
  try {
    return loadRules(file);
  } catch (error) {
    if (error instanceof GrammarError) return error;
    throw error;
  }
}
