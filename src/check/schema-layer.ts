/** The grammar half of the checker, as the whole sees it: safety first, then grammars. */

import { source } from '../source.js';
import type { CheckSettings } from './check-file.js';
import type { Finding } from './finding.js';
import { safetyFindings } from './safety.js';
import { builtinGrammar } from './schema/builtin.js';
import { GrammarError } from './schema/engine.js';
import { loadGrammar, type SchemaGrammar } from './schema/grammar.js';
import { modelsOf } from './schema/models.js';
import { validateBytes } from './schema/validate.js';

/**
 * Findings about a document's safety, syntax and grammars.
 *
 * Grammars are those of the settings; else those that the document names itself (`<?xml-model?>`) and that are on this
 * disk; else the built-in one.
 *
 * @param bytes the document in UTF-8, without byte order mark
 * @param file its path, against which it names its grammars
 * @throws GrammarError where a grammar of the settings can't be used.
 */
export function schemaFindings(bytes: Uint8Array, text: string, settings: CheckSettings, file?: string): Finding[] {
  const findings = safetyFindings(text, bytes.length, settings);
  if (findings.some(({ severity }) => severity === 'error')) return findings;
  const { grammars, remarks } = settings.noSchema ? NONE : grammarsFor(text, settings, file);
  return [...findings, ...remarks, ...validateBytes(bytes, () => source(text), grammars, settings.allowDoctype)];
}

interface Chosen {
  readonly grammars: readonly SchemaGrammar[];
  readonly remarks: readonly Finding[];
}

const NONE: Chosen = { grammars: [], remarks: [] };

function grammarsFor(text: string, { schema }: CheckSettings, file: string | undefined): Chosen {
  if (schema !== undefined && schema.length > 0) return { grammars: schema.map(loadGrammar), remarks: [] };
  if (!text.includes('<?xml-model')) return { grammars: [builtinGrammar()], remarks: [] };
  const of = source(text);
  const { models, findings } = modelsOf(of, file);
  const grammars: SchemaGrammar[] = [];
  const remarks = [...findings];
  for (const { kind, path, start, end } of models) {
    if (kind !== 'grammar') continue;
    try {
      grammars.push(loadGrammar(path));
    } catch (error) {
      if (!(error instanceof GrammarError)) throw error;
      const at = { line: text.slice(0, start).split('\n').length, column: 1, offset: start, endOffset: end };
      remarks.push({ rule: 'xml-model', severity: 'warning', message: error.message, ...at });
    }
  }
  return { grammars: grammars.length > 0 ? grammars : [builtinGrammar()], remarks };
}
