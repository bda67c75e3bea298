/** Mutate documents and compare the verdicts, and the first places, with jing's. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../check/finding.js';
import { seeded } from '../train/adagrad.js';
import { jing, type Verdict } from './jing.js';
import { type Mutation, mutate } from './mutate.js';

export interface Disagreement {
  readonly file: string;
  readonly kind: string;
  readonly ours?: Finding;
  readonly theirs?: { readonly line: number; readonly message: string };
}

export interface Agreement {
  readonly documents: number;
  readonly valid: number;
  readonly invalid: number;
  readonly verdicts: readonly Disagreement[];
  readonly places: readonly Disagreement[];
}

/**
 * @param texts documents to mutate, in turn
 * @param count how many mutations
 * @param schema the grammar for jing, and `validate` the same for us
 * @param witness whether jing is there to be asked; without it only the mutations are validated
 * @param folder where the mutated documents are written for jing to read
 */
export function agreement(
  texts: readonly string[],
  count: number,
  seed: number,
  schema: string,
  validate: (text: string) => readonly Finding[],
  folder: string,
  witness = true,
): Agreement {
  const random = seeded(seed);
  mkdirSync(folder, { recursive: true });
  const made: { file: string; mutation: Mutation }[] = [];
  for (let i = 0; i < count; i++) {
    const mutation = mutate(texts[i % texts.length] as string, random);
    const file = join(folder, `${String(i).padStart(5, '0')}.xml`);
    writeFileSync(file, mutation.text);
    made.push({ file, mutation });
  }
  const files = made.map(({ file }) => file);
  const theirs = witness ? jing(schema, files) : new Map<string, Verdict>();
  const verdicts: Disagreement[] = [];
  const places: Disagreement[] = [];
  let invalid = 0;
  for (const { file, mutation } of made) {
    const ours = validate(mutation.text).find(({ severity }) => severity === 'error');
    const their = theirs.get(file);
    const both = { file, kind: mutation.kind, ...(ours ? { ours } : {}), ...(their ? { theirs: their } : {}) };
    if (their) invalid++;
    if (!witness) continue;
    if ((ours === undefined) !== (their === undefined)) verdicts.push(both);
    else if (ours && their && Math.abs(ours.line - their.line) > 2) places.push(both);
  }
  return { documents: count, valid: count - invalid, invalid, verdicts, places };
}
