/** What is wrong with a document that is well-formed and known to be invalid: no engine is needed to say it. */

import { source } from '../source.js';
import type { examine } from './examine.js';
import { finished } from './finished.js';
import { outOfScope } from './schema/scope.js';
import { namedErrors } from './schema/second.js';
import type { CheckSettings, FileResult } from './settings.js';
import { mayInclude } from './xinclude.js';

/** Undefined where nothing was found, not in time or by a grammar that isn't the document's: then the full check has the word. `rules` runs the house rules. */
export function invalid(
  bytes: Buffer,
  file: string,
  settings: CheckSettings,
  rng: string,
  rules: typeof examine | undefined,
): FileResult | undefined {
  const text = bytes.toString('utf8');
  if (!settings.schema?.length && outOfScope(text, settings)) return undefined;
  // What is included may make it valid.
  if (mayInclude(text)) return undefined;
  const errors = namedErrors(source(text), rng);
  if (!errors || errors.length === 0) return undefined;
  if (rules) return rules(bytes, file, settings, () => errors);
  return {
    findings: finished(errors, file, text, settings),
    links: { file, volume: undefined, ids: '', pending: [] },
  };
}
