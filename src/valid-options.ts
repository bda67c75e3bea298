/** Options of conversions. */

import type { ConvertOptions } from './convert.js';
import type { MarkedNote, Markup } from './markup.js';
import { boolean, type Check, checkOptions, oneOf, string } from './options.js';
import { WHICH_PERSONS } from './resolve/persons/which.js';
import { FORMAT_NAMES } from './write/formats.js';
import { NAME } from './xml/characters.js';

const identifier = (example: string): Check => ({
  holds: (value) => typeof value === 'string' && NAME.test(value),
  must: `an identifier of letters, digits, - . and _ that begins with a letter, ${example} say`,
});
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

/** @throws TypeError that names the option and what it must be. */
export const requireOptions = (options: ConvertOptions): void => checkOptions(options, CHECKS);
