/** The grammars of a run: found, compiled once a thread, and kept. */

import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Compiled, compile, GrammarError } from './engine.js';
import { hasLinks, hasRules } from './mentions.js';

/**
 * A grammar ready for use. `rng` is the RELAX NG grammar that says the places of errors, where there is one; `links` says that
 * it has attributes of type IDREF, which the engine doesn't report, so that our own validator gives the verdict if it can;
 * `rules` that there are Schematron rules inside.
 */
export interface SchemaGrammar {
  readonly file: string;
  readonly compiled: Compiled;
  readonly rng?: string;
  readonly links?: boolean;
  readonly rules?: boolean;
}

const loaded = new Map<string, SchemaGrammar>();

/**
 * Load `file.rng` or `file.xsd`.
 *
 * @throws GrammarError if it cannot be read, isn't a grammar, or is in compact syntax, which has to be derived first.
 */
export function loadGrammar(path: string): SchemaGrammar {
  if (/^(?!file:)[a-z][a-z0-9+.-]+:\/\//i.test(path)) {
    throw new GrammarError(path, 'grammars are read from disk only: fetch a copy and name that');
  }
  const file = path.startsWith('file:') ? fileURLToPath(path) : resolve(path);
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
  const language = extension === '.xsd' ? 'xsd' : 'rng';
  const compiled = compile(file, language);
  const grammar: SchemaGrammar =
    language === 'xsd'
      ? { file, compiled }
      : { file, compiled, rng: file, links: hasLinks(file), rules: hasRules(file) };
  loaded.set(file, grammar);
  return grammar;
}
