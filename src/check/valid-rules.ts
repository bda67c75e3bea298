/** Settings of rules as configurations and programs give them. */

import { shown } from '../options.js';
import { RULE_SETTINGS, type RuleSetting } from './rule-setting.js';
import { ruleOf } from './rules/index.js';

/** What is wrong with the first setting that can't be meant; undefined where none is. */
export function wrongRule(rules: object): string | undefined {
  for (const [id, setting] of Object.entries(rules)) {
    if (!ruleOf(id)) return `there is no rule “${id}”`;
    if (!RULE_SETTINGS.includes(setting as RuleSetting))
      return `“${id}” is ${shown(setting)}; it must be one of ${RULE_SETTINGS.join(', ')}`;
  }
  return undefined;
}
