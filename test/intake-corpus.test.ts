import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainText } from '../src/plain-text.js';
import { RENDERINGS } from '../src/render/index.js';
import { corpusVolumes, readVolume } from '../src/train/gold.js';
import { parseXml } from '../src/xml/parse.js';

const corpus = process.env.TEIGRAM_CORPUS ?? join(import.meta.dirname, '../../shared/corpus');

test.skipIf(!existsSync(corpus))(
  'published documents as web pages are read as the published text (needs ../shared/corpus)',
  { timeout: 120_000 },
  async () => {
    let [documents, same] = [0, 0];
    for (const volume of corpusVolumes(corpus)) {
      for (const { tei, text } of readVolume(corpus, volume).filter((_, i) => i % 40 === 3)) {
        const html = new TextEncoder().encode(RENDERINGS.html.render([{ element: parseXml(tei), depth: 0 }], volume));
        const read = await plainText(html, 'd1.html');
        documents++;
        if (read && 'text' in read && read.text === text) same++;
      }
    }
    expect(documents).toBeGreaterThan(250);
    expect(same / documents).toBeGreaterThan(0.99);
  },
);
