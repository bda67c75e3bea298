/**
 * Weights as model files hold them: by the hashes of their names. Tens of thousands of names are most of a model's size, and of
 * the time that reading it takes; what looks weights up needs their hashes alone.
 */

import { hashOf, type Part, part } from './hashed.js';

/** Weights by name, or what {@link packWeights} made of them. */
export type Weights = NamedWeights | string;

export type NamedWeights = Readonly<Record<string, number>>;

/** Weights are rounded to this. */
const UNIT = 1000;
const BYTES = 6;

/**
 * Base64 of the hashes in ascending order, 32 bits each, and then of the weights, in thousandths, 16 bits each; both little-endian.
 *
 * @throws RangeError where a weight is beyond ±32
 */
export function packWeights(weights: NamedWeights): string {
  return packHashes(thousandths(weights));
}

function thousandths(weights: Weights): Map<number, number> {
  const sums = new Map<number, number>();
  eachWeight(weights, (hash, weight) => sums.set(hash, (sums.get(hash) ?? 0) + Math.round(weight * UNIT)));
  return sums;
}

const LARGEST = 0x7fff;

/** Weights with something added to some of them, by the hashes of their names; kept within what can be packed. */
export function addToWeights(weights: Weights, added: ReadonlyMap<number, number>): string {
  const sums = thousandths(weights);
  for (const [hash, more] of added) {
    const sum = (sums.get(hash) ?? 0) + Math.round(more * UNIT);
    sums.set(hash, Math.max(-LARGEST, Math.min(LARGEST, sum)));
  }
  for (const [hash, sum] of sums) if (sum === 0) sums.delete(hash);
  return packHashes(sums);
}

function packHashes(sums: ReadonlyMap<number, number>): string {
  const entries = [...sums].sort(([a], [b]) => a - b);
  const bytes = Buffer.alloc(entries.length * BYTES);
  entries.forEach(([hash, weight], i) => {
    bytes.writeInt32LE(hash, 4 * i);
    bytes.writeInt16LE(weight, 4 * entries.length + 2 * i);
  });
  return bytes.toString('base64');
}

/** Call `take` with the hash of each name and its weight. */
function eachWeight(weights: Weights, take: (hash: number, weight: number) => void): void {
  if (typeof weights !== 'string') {
    for (const [name, weight] of Object.entries(weights)) take(part(name).hash, weight);
    return;
  }
  const bytes = Buffer.from(weights, 'base64');
  const count = bytes.length / BYTES;
  for (let i = 0; i < count; i++) take(bytes.readInt32LE(4 * i), bytes.readInt16LE(4 * count + 2 * i) / UNIT);
}

const weightCount = (weights: Weights): number =>
  typeof weights === 'string' ? Buffer.byteLength(weights, 'base64') / BYTES : Object.keys(weights).length;

/**
 * A table from hash to weight, open addressing. Names that a model doesn't know weigh nothing. Most are such, and as the hash 0 marks
 * free places, the weights needn't be looked at for them; the weight of a name whose hash is 0 stands apart.
 */
export class HashedWeights {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly values: Float64Array;
  private ofZero = 0;

  constructor(weights: Weights) {
    const entries = weightCount(weights);
    let size = 16;
    while (size < entries * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.values = new Float64Array(size);
    eachWeight(weights, (hash, weight) => {
      if (hash === 0) {
        this.ofZero += weight;
        return;
      }
      let at = this.slot(hash);
      while (this.keys[at] !== 0 && this.keys[at] !== hash) at = (at + 1) & this.mask;
      this.keys[at] = hash;
      this.values[at]! += weight;
    });
  }

  private slot(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.mask;
  }

  /** The weight of the feature whose name is the parts joined. */
  of(a: Part, b?: Part, c?: Part, d?: Part, e?: Part, f?: Part): number {
    return this.ofHash(hashOf(a, b, c, d, e, f));
  }

  /** The weight of the feature whose name has this hash. */
  ofHash(hash: number): number {
    if (hash === 0) return this.ofZero;
    let at = this.slot(hash);
    for (;;) {
      const key = this.keys[at]!;
      if (key === hash) return this.values[at]!;
      if (key === 0) return 0;
      at = (at + 1) & this.mask;
    }
  }
}
