/** Settings of rules as configurations and programs give them. */

import { shown } from '../options.js';
import { LAYERS, UNREAD } from './layers.js';
import { RULE_SETTINGS, type RuleSetting } from './rule-setting.js';
import { RULES, ruleOf } from './rules/index.js';
import { nearest } from './schema/rng/nearest.js';

/** Whether a name is none of ours: it may be a Schematron test's. */
export const isElsewhere = (id: string): boolean => !ruleOf(id) && !LAYERS.has(id);

/** The name that was probably meant by one that is none of ours and none of `tests`. */
export const misspelt = (id: string, tests: Iterable<string>): string | undefined =>
  nearest(id, [...RULES.map((rule) => rule.id), ...LAYERS.keys(), ...tests]);

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
