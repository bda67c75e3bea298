/**
 * A fixed slice of the corpus through the whole path. The shipped models have seen these volumes: floors against breakage, not a
 * measure of accuracy (`npm run evaluate` gives that).
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import type { Authority } from '../src/authority/types.js';
import { convert } from '../src/convert.js';
import { type Score, scorer } from '../src/score/score.js';
import { type CorpusRecord, corpusFolder, corpusVolumes, readVolume } from '../src/train/gold.js';
import { parseXml } from '../src/xml/parse.js';

const there = existsSync(corpusFolder());
/** Every so many documents. */
const STEP = 40;

/** F1 of telegrams. */
const FLOORS: Readonly<Record<string, number>> = {
  head: 0.98,
  p: 0.97,
  note: 0.99,
  pb: 0.995,
  dateline: 0.97,
  closer: 0.96,
  signed: 0.96,
  'source-note': 0.97,
  'date@when': 0.92,
  'from/to': 0.9,
  'person-link': 0.85,
  'gloss@target': 0.8,
};

const lists = new Map<string, Authority>();

function listsOf(volume: string): Authority {
  const name = join(corpusFolder(), 'authority', `${volume}.xml`);
  const authority = lists.get(volume) ?? readAuthority([{ name, text: readFileSync(name, 'utf8') }]);
  lists.set(volume, authority);
  return authority;
}

function slice(): CorpusRecord[] {
  let count = 0;
  return corpusVolumes(corpusFolder()).flatMap((volume) =>
    readVolume(corpusFolder(), volume).filter(() => count++ % STEP === 0),
  );
}

describe.skipIf(!there)('a slice of the corpus (needs ../shared/corpus)', () => {
  test('every document becomes valid TEI with nothing lost; telegrams score above the floors', {
    timeout: 120_000,
  }, () => {
    const { add, score } = scorer();
    const invalid: string[] = [];
    let converted = 0;
    for (const { volume, id, text, genre, tei } of slice()) {
      const name = `${volume}/${id}`;
      const { output, findings } = convert(text, { name, volume, doc: id, format: 'div', authority: listsOf(volume) });
      converted++;
      if (findings[0]) invalid.push(`${name}: ${findings[0].message}`);
      if (genre === 'telegram') add(name, parseXml(tei), parseXml(output));
    }
    expect(converted).toBeGreaterThan(300);
    expect(invalid).toEqual([]);
    expect(below(score())).toEqual([]);
  });
});

const below = ({ fields }: Score): string[] =>
  Object.entries(FLOORS)
    .map(([name, floor]) => [name, floor, fields.find(({ field }) => field === name)?.strict.f1 ?? 0] as const)
    .filter(([, floor, f1]) => f1 < floor)
    .map(([name, floor, f1]) => `${name}: ${f1.toFixed(4)} below ${floor}`);
