/** Options of the checker: a slip in one would be a check that wasn't made. */

import { boolean, type Check, checkOptions, numberAboveZero, oneOf, string } from '../options.js';
import { PROFILES } from './rules/rule.js';
import { testIds } from './schematron/test-ids.js';
import { wrongRule } from './valid-rules.js';
import type { ValidateOptions } from './validate.js';

const paths: Check = {
  holds: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
  must: 'a list of file names',
};
const rules: Check = {
  holds: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  must: 'an object of rules and their settings',
};
const known: Check = {
  holds: (value) => {
    const { volumes, local } = (value ?? {}) as Record<string, unknown>;
    return volumes instanceof Map && local instanceof Set;
  },
  must: 'what readKnown gives',
};

const CHECKS: Readonly<Record<keyof ValidateOptions, Check>> = {
  file: string,
  known,
  profile: oneOf(PROFILES),
  rules,
  noRules: boolean,
  noSchema: boolean,
  schema: paths,
  schematron: paths,
  noModels: boolean,
  phase: string,
  engine: oneOf(['libxmljs2']),
  allowDoctype: boolean,
  maxBytes: numberAboveZero,
  lists: boolean,
  bytesAt: { holds: (value) => value instanceof Map, must: 'a Map' },
  keys: boolean,
};

/** @throws TypeError that names the option and what it must be. */
export function requireOptions(options: ValidateOptions): void {
  checkOptions(options, CHECKS);
  const wrong = options.rules && wrongRule(options.rules, () => testIds(options));
  if (wrong !== undefined) throw new TypeError(`option rules: ${wrong}`);
  if (options.phase !== undefined && !options.schematron?.length)
    throw new TypeError('the option phase names a phase of Schematron rules: give them in the option schematron');
}
