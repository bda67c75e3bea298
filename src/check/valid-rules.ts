/** Settings of rules as configurations and programs give them. */

import { shown } from '../options.js';
import { LAYERS, UNREAD } from './layers.js';
import { RULE_SETTINGS, type RuleSetting } from './rule-setting.js';
import { ruleOf } from './rules/index.js';

/** Whether a name is none of ours: it may be a Schematron test's. */
export const isElsewhere = (id: string): boolean => !ruleOf(id) && !LAYERS.has(id);

/**
 * What is wrong with the first setting that can't be meant; undefined where none is.
 *
 * @param ownIds names of Schematron tests; asked for where a name is no other's
 */
export function wrongRule(rules: object, ownIds: () => ReadonlySet<string>): string | undefined {
  let own: ReadonlySet<string> | undefined;
  for (const [id, setting] of Object.entries(rules)) {
    if (UNREAD.has(id)) return `“${id}” can't be set: a file that can't be read is an error`;
    if (isElsewhere(id)) {
      own ??= ownIds();
      if (!own.has(id))
        return `there is no rule “${id}”, and no Schematron test of that id in the files that are named`;
    }
    if (!RULE_SETTINGS.includes(setting as RuleSetting))
      return `“${id}” is ${shown(setting)}; it must be one of ${RULE_SETTINGS.join(', ')}`;
  }
  return undefined;
}
