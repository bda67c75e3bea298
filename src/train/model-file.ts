/** Writing model files: what was learned, after what it was learned from. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder, type Provenance } from '../model.js';
import { align, corpusFolder, type GoldDocument, readVolume } from './gold.js';
import { split } from './split.js';

/** The aligned documents to train on: all with `--all`, else those of the volumes that don't judge. */
export function trainingDocuments(): { readonly documents: GoldDocument[]; readonly trainedOn: Provenance } {
  const corpus = corpusFolder();
  const { train } = split(corpus, process.argv.includes('--all'));
  const documents = train
    .flatMap((volume) => readVolume(corpus, volume).map(align))
    .filter((gold) => gold !== undefined);
  return { documents, trainedOn: { corpus: 'frus', volumes: train, documents: documents.length } };
}

/** Write `<name>.json` into the models' folder; the same content gives the same bytes. */
export function writeModel(name: string, trainedOn: Provenance, content: object): void {
  mkdirSync(modelsFolder(), { recursive: true });
  writeFileSync(join(modelsFolder(), `${name}.json`), `${JSON.stringify({ trainedOn, ...content }, null, 1)}\n`);
}
