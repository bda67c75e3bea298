/** The checker as a function: a text or bytes in, findings out. */

import { checkFile } from './check-file.js';
import type { Finding } from './finding.js';
import { judgeLinks, type Known, NOTHING_KNOWN } from './links.js';
import { rulesProblems } from './schema-layer.js';
import type { CheckSettings } from './settings.js';
import { requireOptions } from './valid-options.js';

/** How a file is checked. */
export interface ValidateOptions extends CheckSettings {
  /** The name that findings carry; its folder and name count for links and for the volume's id. */
  readonly file?: string;
  /** Volumes and ids that links may lead to; see `readKnown`. */
  readonly known?: Known;
}

/**
 * Check one document: well-formedness, grammar, house rules, links. Findings come in order of place; none means clean. Never
 * throws on account of the document.
 *
 * @throws TypeError where an argument or option is not what it may be; GrammarError where a grammar that the options name can't be used.
 */
export function validate(xml: string | Uint8Array, options: ValidateOptions = {}): Finding[] {
  requireOptions(options);
  if (typeof xml !== 'string' && !(xml instanceof Uint8Array)) throw new TypeError('the document is a string or bytes');
  const { file, known = NOTHING_KNOWN, ...settings } = options;
  const { findings, links } = checkFile(xml, file, { ...settings, lists: known.local.size > 0 });
  const [dangling = []] = judgeLinks([links], known);
  const all = [...findings, ...dangling];
  if (dangling.length > 0) all.sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0));
  return [...all, ...rulesProblems(settings)];
}
