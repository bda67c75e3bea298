/** What a rule can be set to. */

import type { Severity } from '../diagnostic.js';

/** `on` is with the rule's own severity. */
export type RuleSetting = 'off' | 'on' | Severity;

export const RULE_SETTINGS: readonly RuleSetting[] = ['off', 'on', 'error', 'warning', 'info'];
