/** Options of the library, checked: a slip in one would be a check that wasn't made. */

import { RULE_SETTINGS, type RuleSetting } from './rule-setting.js';
import { ruleOf } from './rules/index.js';
import type { ValidateOptions } from './validate.js';

type Check = (name: string, value: unknown) => void;

const shown = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : String(value));

const ofType =
  (type: 'boolean' | 'string' | 'number'): Check =>
  (name, value) => {
    if (typeof value !== type) throw new TypeError(`the option ${name} is a ${type}, not ${shown(value)}`);
  };

const oneOf =
  (values: readonly string[]): Check =>
  (name, value) => {
    if (!values.includes(value as string))
      throw new RangeError(`the option ${name} is one of ${values.join(', ')}, not ${shown(value)}`);
  };

const paths: Check = (name, value) => {
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string'))
    throw new TypeError(`the option ${name} is a list of file names, not ${shown(value)}`);
};

const rules: Check = (name, value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`the option ${name} is an object of rules and their settings, not ${shown(value)}`);
  for (const [id, setting] of Object.entries(value)) {
    if (!ruleOf(id)) throw new RangeError(`the option ${name}: there is no rule “${id}”`);
    if (!RULE_SETTINGS.includes(setting as RuleSetting))
      throw new RangeError(`the option ${name}: “${id}” is one of ${RULE_SETTINGS.join(', ')}, not ${shown(setting)}`);
  }
};

const known: Check = (name, value) => {
  const { volumes, local } = (value ?? {}) as Record<string, unknown>;
  if (!(volumes instanceof Map && local instanceof Set))
    throw new TypeError(`the option ${name} is what readKnown gives, not ${shown(value)}`);
};

const map: Check = (name, value) => {
  if (!(value instanceof Map)) throw new TypeError(`the option ${name} is a Map, not ${shown(value)}`);
};

const CHECKS: Readonly<Record<keyof ValidateOptions, Check>> = {
  file: ofType('string'),
  known,
  profile: oneOf(['frus', 'tei']),
  rules,
  noRules: ofType('boolean'),
  noSchema: ofType('boolean'),
  schema: paths,
  schematron: paths,
  noModels: ofType('boolean'),
  phase: ofType('string'),
  engine: oneOf(['libxmljs2']),
  allowDoctype: ofType('boolean'),
  maxBytes: ofType('number'),
  lists: ofType('boolean'),
  bytesAt: map,
  keys: ofType('boolean'),
};

/** @throws TypeError or RangeError, which names the option and what it may be. */
export function requireOptions(options: ValidateOptions): void {
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof ValidateOptions] : undefined;
    if (!check) throw new TypeError(`there is no option ${name}: there are ${Object.keys(CHECKS).join(', ')}`);
    if (value !== undefined) check(name, value);
  }
  if (options.phase !== undefined && !options.schematron?.length)
    throw new TypeError('the option phase names a phase of Schematron rules: give them in the option schematron');
}
