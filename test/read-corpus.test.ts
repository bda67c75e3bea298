import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { read } from '../src/read/index.js';
import { source } from '../src/source.js';
import { align, corpusFolder, corpusVolumes, readVolume } from '../src/train/gold.js';
import { compare, f1, goldSpans, readSpans, STRUCTURE, type Tally, textOffsets } from '../src/train/spans.js';

const corpus = corpusFolder();

/** Shares of a fixed slice of the corpus, a little below what the shipped model reaches (it has seen the slice). */
const FLOORS = { exact: 0.95, head: 0.99, p: 0.99, dateline: 0.99, closer: 0.98, signed: 0.98, item: 0.95, pb: 0.999 };

it.skipIf(!existsSync(corpus))(
  'every fiftieth document of the corpus is read as the edition has it (needs ../shared/corpus)',
  () => {
    const tally: Tally = new Map();
    let documents = 0;
    let exact = 0;
    let count = 0;
    for (const volume of corpusVolumes(corpus)) {
      for (const record of readVolume(corpus, volume)) {
        if (count++ % 50 !== 0) continue;
        const gold = align(record);
        if (!gold) continue;
        documents++;
        const offsets = textOffsets(gold);
        const document = read(source(record.text), { volume });
        const { missed, wrong } = compare(goldSpans(gold, offsets), readSpans(document, offsets), tally);
        const structural = (span: string): boolean => STRUCTURE.some((layer) => span.startsWith(`${layer} `));
        if (![...missed, ...wrong].some(structural)) exact++;
      }
    }
    expect(documents).toBeGreaterThan(200);
    const reached = (name: string): number => (name === 'exact' ? exact / documents : f1(tally.get(name)!));
    for (const [name, floor] of Object.entries(FLOORS)) expect(reached(name), name).toBeGreaterThanOrEqual(floor);
  },
  60_000,
);
