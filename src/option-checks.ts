/** Options of the library as programs give them, which no compiler may have checked: what can't be meant is refused. */

import { inspect } from 'node:util';
import type { ConvertOptions } from './convert.js';
import type { MarkedNote, Markup } from './markup.js';
import { WHICH_PERSONS } from './resolve/persons/which.js';
import { FORMAT_NAMES } from './write/formats.js';
import { NAME } from './xml/characters.js';

interface Check {
  readonly holds: (value: unknown) => boolean;
  /** What the option must be. */
  readonly must: string;
}

const oneOf = (names: readonly unknown[]): Check => ({
  holds: (value) => names.includes(value),
  must: `one of ${names.join(', ')}`,
});
const identifier = (example: string): Check => ({
  holds: (value) => typeof value === 'string' && NAME.test(value),
  must: `an identifier of letters, digits, - . and _ that begins with a letter, ${example} say`,
});
const string: Check = { holds: (value) => typeof value === 'string', must: 'a string' };
const boolean: Check = { holds: (value) => typeof value === 'boolean', must: 'true or false' };
const hasLists = (value: unknown, ...names: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => Array.isArray((value as Record<string, unknown>)[name]));

const isMarkup = (value: unknown): boolean =>
  hasLists(value, 'notes', 'labelRows') &&
  (value as Markup).notes.every(
    (note: MarkedNote | null) => typeof note?.n === 'string' && note.label?.start <= note.label?.end,
  );

const CHECKS: Readonly<Record<keyof ConvertOptions, Check>> = {
  name: string,
  volume: identifier('frus1955-57v23p1'),
  doc: identifier('d38'),
  format: oneOf(FORMAT_NAMES),
  pretty: boolean,
  validate: boolean,
  doubt: { holds: (value) => typeof value === 'number' && value >= 0 && value <= 1, must: 'a number from 0 to 1' },
  authority: { holds: (value) => hasLists(value, 'persons', 'terms'), must: 'what readAuthority gives' },
  persons: oneOf(WHICH_PERSONS),
  memory: { holds: (value) => hasLists(value, 'documents'), must: 'what remember gives' },
  markup: { holds: isMarkup, must: 'what plainText gives' },
  decisions: { holds: Array.isArray, must: 'an array: the decisions of what readDecisions gives' },
};
const NAMES = Object.keys(CHECKS) as (keyof ConvertOptions)[];

/** @throws TypeError that names the option and what it must be; options that are undefined are left out. */
export function checkOptions(options: ConvertOptions): void {
  for (const name of NAMES) {
    const value: unknown = options[name];
    if (value === undefined || CHECKS[name].holds(value)) continue;
    throw new TypeError(`option ${name} is ${inspect(value, { depth: 0 })}; it must be ${CHECKS[name].must}`);
  }
}
