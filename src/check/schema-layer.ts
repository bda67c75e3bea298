/** The grammar half of the checker, as the whole sees it. */

import { source } from '../source.js';
import type { CheckSettings } from './check-file.js';
import type { Finding } from './finding.js';
import { builtinGrammar } from './schema/builtin.js';
import { validateBytes } from './schema/validate.js';

export function schemaFindings(bytes: Uint8Array, text: string, settings: CheckSettings): Finding[] {
  return validateBytes(bytes, () => source(text), settings.noSchema ? [] : [builtinGrammar()]);
}
