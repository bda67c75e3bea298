/** Numbers as options give them. */

import { InvalidArgumentError } from 'commander';

/** 0 or more. */
export function whole(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It is a whole number.');
  return Number(value);
}

/** 1 or more. */
export function count(value: string): number {
  const n = Number(value);
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError('It is a whole number, 1 or more.');
  return n;
}
