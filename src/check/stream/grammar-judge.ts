/** The judge of a RELAX NG grammar file; a module of its own because the built-in grammar's needs none of this. */

import { hasLinks, hasRules } from '../schema/mentions.js';
import { type Grammar, readGrammar } from '../schema/rng/grammar.js';
import { derivedAutomaton } from './derived.js';
import { type Judge, judge } from './judge.js';

/** Undefined where the grammar is beyond our reader, or has what a single pass can't do: references between ids, Schematron rules. */
export function grammarJudge(file: string): Judge | undefined {
  let first: Grammar | undefined;
  try {
    first = readGrammar(file);
    if (first.files.some((each) => hasLinks(each) || hasRules(each))) return undefined;
  } catch {
    return undefined;
  }
  return judge(() => {
    const grammar = first ?? readGrammar(file);
    first = undefined;
    return derivedAutomaton(grammar);
  });
}
