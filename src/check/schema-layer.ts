/** The grammar half of the checker, as the whole sees it. */

import { source } from '../source.js';
import type { CheckSettings } from './check-file.js';
import type { Finding } from './finding.js';
import { builtinGrammar } from './schema/builtin.js';
import { check } from './schema/engine.js';
import { toFindings } from './schema/findings.js';

export function schemaFindings(bytes: Uint8Array, text: string, settings: CheckSettings): Finding[] {
  const errors = check(bytes, settings.noSchema ? [] : [builtinGrammar()]).flat();
  return errors.length === 0 ? [] : toFindings(source(text), errors);
}
