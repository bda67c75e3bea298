/**
 * Learned models: small JSON files in `src/models/`, made by `npm run train` and read on first use.
 *
 * A model is linear in named features; a feature that it doesn't know weighs nothing. Files say what they were trained on, and
 * hold weights rounded to three decimals: sorted by name, or by the hashes of the names where these are many.
 */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeOnce } from './made-once.js';
import { packageFile } from './package-file.js';

/** What a model was trained on, as its file says it. */
export interface Provenance {
  readonly corpus: string;
  readonly volumes: readonly string[];
  readonly documents: number;
}

/** The weights of a yes-or-no model; the score of a set of features is the sum of their weights. */
export interface LinearModel {
  readonly trainedOn: Provenance;
  readonly weights: Readonly<Record<string, number>>;
}

/** The folder of the model files: the package's own, or the one that `TEIGRAM_MODELS` names. */
export function modelsFolder(): string {
  return process.env.TEIGRAM_MODELS || packageFile('src/models');
}

/** Have this process and the threads that it starts from now on read the models of another folder. */
export function useModels(folder: string): void {
  process.env.TEIGRAM_MODELS = folder;
  loaded.clear();
}

/** What models of another folder are known by: a hash of their files, SHA-256; undefined for the package's own. */
export function modelsKey(): string | undefined {
  if (!process.env.TEIGRAM_MODELS) return undefined;
  const folder = modelsFolder();
  const hash = createHash('sha256');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  for (const name of names.sort()) hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

const loaded = new Map<string, unknown>();

/** Read a model file once per process. A missing or broken file is an error of the installation and throws. */
export function loadModel<T>(name: string): T {
  let model = loaded.get(name);
  if (model === undefined) {
    model = JSON.parse(readFileSync(join(modelsFolder(), `${name}.json`), 'utf8'));
    loaded.set(name, model);
  }
  return model as T;
}

/**
 * Weights as a map, made once a model: a name that is made on the spot is found in it as it is, while to look it up in a record
 * the engine first enters it in its table of all names.
 */
export const weightMap: (weights: Readonly<Record<string, number>>) => ReadonlyMap<string, number> = madeOnce(
  (weights) => new Map(Object.entries(weights)),
);

/** 1 / (1 + e^−x). */
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
