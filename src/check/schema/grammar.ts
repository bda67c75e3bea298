/** The grammars of a run: found, compiled once a thread, and kept. */

import { extname, resolve } from 'node:path';
import { type Compiled, compile, GrammarError } from './engine.js';

/** A grammar ready for use. `rng` is the RELAX NG grammar that says the places of errors, where there is one. */
export interface SchemaGrammar {
  readonly file: string;
  readonly compiled: Compiled;
  readonly rng?: string;
}

const loaded = new Map<string, SchemaGrammar>();

/**
 * Load `file.rng` or `file.xsd`.
 *
 * @throws GrammarError if it cannot be read, isn't a grammar, or is in compact syntax, which has to be derived first.
 */
export function loadGrammar(path: string): SchemaGrammar {
  const file = resolve(path);
  const known = loaded.get(file);
  if (known) return known;
  const extension = extname(file).toLowerCase();
  if (extension === '.rnc') {
    const rng = path.replace(/\.rnc$/i, '.rng');
    throw new GrammarError(path, `compact syntax isn't read; derive the XML syntax first: trang ${path} ${rng}`);
  }
  if (extension !== '.rng' && extension !== '.xsd') {
    throw new GrammarError(path, 'a grammar is a file.rng (RELAX NG) or file.xsd (XML Schema)');
  }
  const grammar: SchemaGrammar =
    extension === '.xsd'
      ? { file, compiled: compile(file, 'xsd') }
      : { file, compiled: compile(file, 'rng'), rng: file };
  loaded.set(file, grammar);
  return grammar;
}
