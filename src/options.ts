/** Options of the library as programs give them, which no compiler may have checked: what can't be meant is refused. */

import { inspect } from 'node:util';

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

/** A value as messages name it. */
export const shown = (value: unknown): string => inspect(value, { depth: 0 });

/**
 * Options that are undefined are left out.
 *
 * @throws TypeError that names an option that there isn't, or what an option must be.
 */
export function checkOptions<Options extends object>(
  options: Options,
  checks: Readonly<Record<keyof Options, Check>>,
): void {
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(checks, name))
      throw new TypeError(`there is no option ${name}: there are ${Object.keys(checks).join(', ')}`);
    const { holds, must } = checks[name as keyof Options];
    if (value !== undefined && !holds(value))
      throw new TypeError(`option ${name} is ${shown(value)}; it must be ${must}`);
  }
}
