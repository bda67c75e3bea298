/** Writing model files: what was learned, after what it was learned from. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder, type Provenance } from '../model.js';
import { align, corpusFolder, type GoldDocument, readVolume } from './gold.js';

/** What is said of so many documents of these volumes. */
export const provenance = (volumes: readonly string[], documents: number): Provenance => ({
  corpus: 'frus',
  volumes,
  documents,
});

/** The aligned documents of volumes. */
export function trainingDocuments(volumes: readonly string[]): {
  readonly documents: GoldDocument[];
  readonly trainedOn: Provenance;
} {
  const documents = volumes
    .flatMap((volume) => readVolume(corpusFolder(), volume).map(align))
    .filter((gold) => gold !== undefined);
  return { documents, trainedOn: provenance(volumes, documents.length) };
}

/** Write `<name>.json` into the models' folder; the same content gives the same bytes. */
export function writeModel(name: string, trainedOn: Provenance, content: object): void {
  mkdirSync(modelsFolder(), { recursive: true });
  writeFileSync(join(modelsFolder(), `${name}.json`), `${JSON.stringify({ trainedOn, ...content }, null, 1)}\n`);
}
