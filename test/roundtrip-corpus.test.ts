import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { convert } from '../src/convert.js';
import { compareTexts, renderText } from '../src/render/index.js';
import { corpusVolumes, readVolume } from '../src/train/gold.js';
import { parseXml } from '../src/xml/parse.js';

const corpus = process.env.TEIGRAM_CORPUS ?? join(import.meta.dirname, '../../shared/corpus');

test.skipIf(!existsSync(corpus))(
  'text to TEI and back loses nothing, and seldom a blank line (needs ../shared/corpus)',
  { timeout: 120_000 },
  () => {
    const counts = { same: 0, layout: 0, lost: 0 };
    const lost: string[] = [];
    for (const volume of corpusVolumes(corpus)) {
      readVolume(corpus, volume).forEach(({ id, text }, i) => {
        if (i % 50 !== 7) return;
        const { output } = convert(text, { volume, doc: id, validate: false, format: 'div' });
        const { outcome } = compareTexts(text, renderText(parseXml(output)));
        counts[outcome]++;
        if (outcome === 'lost') lost.push(`${volume} ${id}`);
      });
    }
    expect(lost).toEqual([]);
    expect(counts.same + counts.layout).toBeGreaterThan(200);
    expect(counts.same / (counts.same + counts.layout)).toBeGreaterThan(0.97);
  },
);
