/** What is said where rules were ended early: the file was not checked to the end, so it is not a clean one. */

import type { Finding } from '../finding.js';
import type { Pattern, Rule, RuleSet } from './rules.js';

/** Thrown inside a pattern to end it. */
export class Ended extends Error {
  constructor(readonly why: 'time' | 'count') {
    super(why);
  }
}

export interface Unfinished {
  readonly set: RuleSet;
  readonly pattern: Pattern;
  /** Where in the pattern it was ended; undefined before its first rule. */
  readonly rule: Rule | undefined;
  /** Milliseconds that the pattern had. */
  readonly share: number;
  /** Findings that are taken at most, and the patterns that come after this one. */
  readonly most: number;
  readonly others: number;
}

const counted = (n: number, what: string): string => `${n} more ${what}${n === 1 ? '' : 's'}`;

export function unfinished(why: Ended['why'], { set, pattern, rule, share, most, others }: Unfinished): Finding {
  const name = pattern.id === null ? `Pattern ${set.patterns.indexOf(pattern) + 1}` : `Pattern “${pattern.id}”`;
  const where = rule ? ` at the rule for “${rule.context}”` : '';
  const rest = rule ? pattern.rules.length - pattern.rules.indexOf(rule) - 1 : pattern.rules.length;
  const left = ['the rest of its nodes', ...(rest === 0 ? [] : [counted(rest, 'rule')])];
  const reason =
    why === 'time' ? `took more than ${Math.round(share / 1000)} s` : `came after ${most} findings, which are enough,`;
  if (why === 'count' && others > 0) left.push(counted(others, 'pattern'));
  const message = `${name} of ${set.file} ${reason} and was ended${where}: ${left.join(', ')} are not checked.`;
  const hint = 'Compute what is the same for many nodes once, in a let of the schema, or give the pattern fewer nodes.';
  const at = { line: 1, column: 1, offset: 0 };
  return { rule: 'schematron', severity: 'error', message, ...at, ...(why === 'time' ? { hint } : {}) };
}
