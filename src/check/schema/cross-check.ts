/**
 * A second engine for the built-in schema's verdict: libxmljs2, for those who have it (an optional peer dependency).
 *
 * It is slow and loads in one thread only, so it is never the default; it is here to contradict the first.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Finding } from '../finding.js';
import { GrammarError } from './engine.js';

/** As much of libxmljs2 as is used; its own types come with it. */
interface Libxmljs2 {
  parseXml(text: string, options?: { readonly baseUrl?: string; readonly nonet?: boolean }): LibxmljsDocument;
}
interface LibxmljsDocument {
  readonly validationErrors: readonly { readonly message: string; readonly line?: number }[];
  validate(schema: LibxmljsDocument): boolean;
}

/** The engine that was asked for isn't there; the message says how to install it. */
export class EngineMissing extends GrammarError {
  constructor() {
    super(
      'libxmljs2',
      'this engine is not installed: npm install libxmljs2 (it needs a C++ compiler), or leave out --engine for the built-in engine',
    );
    this.name = 'EngineMissing';
  }
}

/** Load a module by name; the seam where tests put another in. */
export type Load = (name: string) => unknown;

const fromPackage: Load = (name) => createRequire(import.meta.url)(name);

/**
 * The verdict of libxmljs2 on a document, by an XSD file; findings where it differs from `findings`, those of our own engine.
 *
 * @param schema the XSD file; its imports are read from its folder
 * @throws EngineMissing where libxmljs2 isn't installed.
 */
export function crossCheck(
  xml: string,
  schema: string,
  findings: readonly Finding[],
  load: Load = fromPackage,
): Finding[] {
  let engine: Libxmljs2;
  try {
    engine = load('libxmljs2') as Libxmljs2;
  } catch {
    throw new EngineMissing();
  }
  const ours = findings.every(({ severity }) => severity !== 'error');
  let errors: readonly { readonly message: string; readonly line?: number }[];
  try {
    const grammar = engine.parseXml(readFileSync(schema, 'utf8'), { baseUrl: schema, nonet: true });
    const document = engine.parseXml(xml, { nonet: true });
    errors = document.validate(grammar) ? [] : document.validationErrors;
    if (ours === (errors.length === 0)) return [];
  } catch (error) {
    errors = [error as Error];
    if (!ours) return [];
  }
  const said = errors[0] ? `invalid: ${errors[0].message.trim()}` : 'valid';
  const message = `The engines differ: libxmljs2 says ${said}; the built-in engine says ${ours ? 'valid' : 'invalid'}.`;
  return [{ rule: 'engine', severity: 'error', message, line: errors[0]?.line ?? 1, column: 1 }];
}
