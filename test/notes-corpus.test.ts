import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadModel } from '../src/model.js';
import { type AnchorModel, anchors } from '../src/resolve/notes/anchors.js';
import { align, readVolume } from '../src/train/gold.js';
import { noteSamples } from '../src/train/note-samples.js';

const corpus = process.env.TEIGRAM_CORPUS ?? join(import.meta.dirname, '../../shared/corpus');
/** Milliseconds, for a machine that is busy with other things. */
const LONG = 120_000;
const there = existsSync(corpus);

/** The shipped model has seen these volumes: a floor against breakage, not a measure of accuracy. */
const VOLUMES = ['frus1955-57v20', 'frus1961-63v09', 'frus1969-76v20'];

test.skipIf(!there)(
  'notes of three volumes hang where they should (needs ../shared/corpus)',
  () => {
    const model = loadModel<AnchorModel>('notes');
    let documents = 0;
    let exact = 0;
    for (const volume of VOLUMES) {
      const records = readVolume(corpus, volume).filter((_, i) => i % 3 === 0);
      const aligned = records.flatMap((record) => align(record) ?? []);
      documents += aligned.length;
      for (const { text, stretches, notes, marks, telegrams } of noteSamples(aligned)) {
        const choices = anchors(text, stretches, notes, model, telegrams);
        if (choices.every((choice, k) => choice.place?.start === marks[k]?.start)) exact++;
      }
    }
    expect(documents).toBeGreaterThan(250);
    expect(exact / documents).toBeGreaterThan(0.99);
  },
  LONG,
);
