/** Which rules run, by profile and configuration. */

import type { Severity } from '../diagnostic.js';
import type { RuleSetting } from './rule-setting.js';
import { ruleOf, rulesOf } from './rules/index.js';
import type { Profile, Rule } from './rules/rule.js';

const active = new WeakMap<object, Map<Profile, { rule: Rule; severity: Severity }[]>>();
const DEFAULTS: Readonly<Record<string, RuleSetting>> = {};

/** The rules that run under a profile and settings, with their severities. A rule that is set on runs in any profile. */
export function activeRules(
  profile: Profile,
  settings: Readonly<Record<string, RuleSetting>> = DEFAULTS,
): { rule: Rule; severity: Severity }[] {
  const known = active.get(settings) ?? new Map();
  active.set(settings, known);
  if (!known.has(profile)) known.set(profile, select(profile, settings));
  return known.get(profile)!;
}

function select(profile: Profile, settings: Readonly<Record<string, RuleSetting>>) {
  const named = Object.keys(settings).flatMap((id) => ruleOf(id) ?? []);
  const rules = [...new Set([...rulesOf(profile), ...named])];
  return rules.flatMap((rule) => {
    const setting = settings[rule.id] ?? 'on';
    return setting === 'off' ? [] : [{ rule, severity: setting === 'on' ? rule.severity : setting }];
  });
}
