import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderText } from '../src/render/index.js';
import { corpusVolumes, readVolume } from '../src/train/gold.js';
import { parseXml } from '../src/xml/parse.js';

const corpus = process.env.TEIGRAM_CORPUS ?? join(import.meta.dirname, '../../shared/corpus');

test.skipIf(!existsSync(corpus))(
  'the text of published TEI is the published text, to the character (needs ../shared/corpus)',
  { timeout: 120_000 },
  () => {
    const different: string[] = [];
    let documents = 0;
    for (const volume of corpusVolumes(corpus)) {
      for (const { id, tei, text } of readVolume(corpus, volume)) {
        documents++;
        if (renderText(parseXml(tei)) !== text) different.push(`${volume} ${id}`);
      }
    }
    expect(documents).toBeGreaterThan(10_000);
    expect(different).toEqual([]);
  },
);
