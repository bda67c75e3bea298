/**
 * Weights of named features, looked up without making the names. A name is parts joined; its hash is had from the hashes of
 * its parts by a few multiplications (the polynomial hash of Karp and Rabin, modulo 2³²), so that a model whose features are
 * words beside words is scored without a string being built.
 */

const BASE = 0x0100_0193;

/** A piece of a name: the text, its hash, and the base to the power of its length. */
export interface Part {
  readonly text: string;
  readonly hash: number;
  readonly power: number;
}

/** The part that a text is. */
export function part(text: string): Part {
  let hash = 0;
  let power = 1;
  for (let i = 0; i < text.length; i++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(i) + 1) | 0;
    power = Math.imul(power, BASE);
  }
  return { text, hash, power };
}

/** Two parts joined into one. */
export const join = (a: Part, b: Part): Part => ({
  text: a.text + b.text,
  hash: (Math.imul(a.hash, b.power) + b.hash) | 0,
  power: Math.imul(a.power, b.power),
});

const known = new Map<string, Part>();

/** The part of a text that comes again and again: the name of a class, a literal. */
export function literal(text: string): Part {
  let found = known.get(text);
  if (!found) {
    found = part(text);
    known.set(text, found);
  }
  return found;
}

const COUNTS = Array.from({ length: 32 }, (_, n) => literal(String(n)));

/** The part that a small number is. */
export const count = (n: number): Part => COUNTS[n] ?? literal(String(n));

/** The part that an answer is: `true` or `false`. */
export const answer = (yes: boolean): Part => (yes ? TRUE : FALSE);
const TRUE = literal('true');
const FALSE = literal('false');

/** Takes a feature, its name in up to six parts. */
export type Emit = (a: Part, b?: Part, c?: Part, d?: Part, e?: Part, f?: Part) => void;

/** The hash of the name that the parts joined are. */
export function hashOf(a: Part, b?: Part, c?: Part, d?: Part, e?: Part, f?: Part): number {
  let { hash } = a;
  if (b) hash = (Math.imul(hash, b.power) + b.hash) | 0;
  if (c) hash = (Math.imul(hash, c.power) + c.hash) | 0;
  if (d) hash = (Math.imul(hash, d.power) + d.hash) | 0;
  if (e) hash = (Math.imul(hash, e.power) + e.hash) | 0;
  if (f) hash = (Math.imul(hash, f.power) + f.hash) | 0;
  return hash;
}

/** The name that the parts joined are, for those that learn. */
export const nameOf = (...parts: (Part | undefined)[]): string => parts.map((one) => one?.text ?? '').join('');

/** Where each of some names stands in a list, by their hashes. */
export class HashedNames {
  private readonly mask: number;
  /** Two numbers a slot, side by side: the hash, and the place, from 1. */
  private readonly slots: Int32Array;

  constructor(names: readonly string[]) {
    let size = 16;
    while (size < names.length * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(2 * size);
    names.forEach((name, place) => {
      const { hash } = part(name);
      let at = (hash ^ (hash >>> 15)) & this.mask;
      while (this.slots[2 * at + 1] !== 0) at = (at + 1) & this.mask;
      this.slots[2 * at] = hash;
      this.slots[2 * at + 1] = place + 1;
    });
  }

  /** The place of the name that has this hash; −1 for none. */
  placeOf(hash: number): number {
    let at = (hash ^ (hash >>> 15)) & this.mask;
    for (;;) {
      const place = this.slots[2 * at + 1]!;
      if (place === 0 || this.slots[2 * at] === hash) return place - 1;
      at = (at + 1) & this.mask;
    }
  }
}
