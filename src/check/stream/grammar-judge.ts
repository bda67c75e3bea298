/** The judge of a RELAX NG grammar file; a module of its own because the built-in grammar's needs none of this. */

import { hasLinks } from '../schema/links.js';
import { type Grammar, readGrammar } from '../schema/rng/grammar.js';
import { derivedAutomaton } from './derived.js';
import { type Judge, judge } from './judge.js';

/** Undefined where the grammar is beyond our reader, or has references between ids, which a single pass doesn't follow. */
export function grammarJudge(file: string): Judge | undefined {
  let first: Grammar | undefined;
  try {
    first = readGrammar(file);
    if (first.files.some((each) => hasLinks(each))) return undefined;
  } catch {
    return undefined;
  }
  return judge(() => {
    const grammar = first ?? readGrammar(file);
    first = undefined;
    return derivedAutomaton(grammar);
  });
}
