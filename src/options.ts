/** Options of the library as programs give them, which no compiler may have checked: what can't be meant is refused. */

import { inspect } from 'node:util';
import { isObject } from './shapes.js';

/** What an option may be. */
export interface Check {
  readonly holds: (value: unknown) => boolean;
  /** The same in words: `true or false`. */
  readonly must: string;
}

export const oneOf = (values: readonly unknown[]): Check => ({
  holds: (value) => values.includes(value),
  must: `one of ${values.join(', ')}`,
});
export const string: Check = { holds: (value) => typeof value === 'string', must: 'a string' };
export const boolean: Check = { holds: (value) => typeof value === 'boolean', must: 'true or false' };
export const numberAboveZero: Check = {
  holds: (value) => typeof value === 'number' && value > 0,
  must: 'a number above 0',
};

/** A value as messages name it: in a line, of long ones the beginning. */
export const shown = (value: unknown): string =>
  inspect(value, { depth: 0, maxArrayLength: 3, maxStringLength: 80, breakLength: Number.POSITIVE_INFINITY });

/** @throws TypeError that says what `value` is, which messages call `what`, and what it must be */
export function requireThat(value: unknown, { holds, must }: Check, what: string): void {
  if (!holds(value)) throw new TypeError(`${what} is ${shown(value)}; it must be ${must}`);
}

/** {@link requireThat} it is a text. */
export function requireText(value: unknown, what: string): void {
  if (value instanceof Uint8Array) throw new TypeError(`${what} is bytes; it must be a string: decode it first`);
  requireThat(value, string, what);
}

/**
 * Options that are undefined are left out.
 *
 * @throws TypeError that names an option that there isn't, or what an option must be.
 */
export function checkOptions<Options extends object>(
  options: Options,
  checks: Readonly<Record<keyof Options, Check>>,
): void {
  if (!isObject(options)) throw new TypeError(`the options are ${shown(options)}; they must be an object`);
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(checks, name))
      throw new TypeError(`there is no option ${name}: there are ${Object.keys(checks).join(', ')}`);
    if (value !== undefined) requireThat(value, checks[name as keyof Options], `option ${name}`);
  }
}
