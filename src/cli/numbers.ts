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

/** 0 to 1, both included. */
export function probability(value: string): number {
  const p = Number(value);
  if (value.trim() === '' || !(p >= 0 && p <= 1)) throw new InvalidArgumentError('It is a probability, from 0 to 1.');
  return p;
}
