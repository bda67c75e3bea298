/** `teigram score` against the scorer that comes with the corpus: the same numbers on the same documents. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { documentsOf } from '../src/score/documents.js';
import { scorer } from '../src/score/score.js';
import { corpusFolder, corpusVolumes, readVolume } from '../src/train/gold.js';
import { parseXml } from '../src/xml/parse.js';

const program = join(corpusFolder(), '..', 'tools', 'score.py');
const python = spawnSync('python3', ['--version']).status === 0;

/** Documents that differ from the edition's: a word added, a note moved and an element lost; every fourth is missing. */
const DAMAGE: readonly ((tei: string) => string | undefined)[] = [
  (tei) => tei,
  (tei) => tei.replace('<p>', '<p>Well, '),
  (tei) => tei.replace(/(<note [^>]*n="2".*?<\/note>)(\s*\S+)/s, '$2$1').replace(/<\/?placeName>/g, ''),
  () => undefined,
];

test.skipIf(!existsSync(program) || !python)(
  'agrees with the corpus’ scorer (needs ../shared/corpus, its scorer and Python 3)',
  { timeout: 120_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'teigram-score-'));
    const volume = corpusVolumes(corpusFolder())[5]!;
    const records = readVolume(corpusFolder(), volume).slice(0, 12);
    mkdirSync(join(folder, 'gold'));
    mkdirSync(join(folder, 'tei', volume), { recursive: true });
    const lines = records.map((record) => JSON.stringify(record)).join('\n');
    writeFileSync(join(folder, 'gold', `${volume}.jsonl.gz`), gzipSync(lines));
    const { add, score } = scorer();
    for (const [i, { id, tei }] of records.entries()) {
      const output = DAMAGE[i % DAMAGE.length]!(tei);
      if (output !== undefined) writeFileSync(join(folder, 'tei', volume, `${id}.xml`), output);
      add(id, parseXml(tei), output === undefined ? undefined : documentsOf(parseXml(output))[0]!.element);
    }
    const ours = score();
    const run = spawnSync('python3', [program, join(folder, 'gold'), join(folder, 'tei'), '--genre', 'all', '--json']);
    const theirs = JSON.parse(run.stdout.toString());
    expect([ours.structureExact, ours.losslessExact]).toEqual([theirs.structure_exact, theirs.lossless_exact]);
    expect(ours.missing).toBe(theirs.missing);
    for (const { field, gold, strict } of ours.fields) {
      const row = theirs.layers[field] ?? { p: 0, r: 0, gold: 0 };
      if (gold + row.gold > 0) expect({ field, gold, ...strict }).toMatchObject({ field, gold: row.gold });
      if (row.gold > 0) expect(strict.recall, field).toBeCloseTo(row.r, 10);
      if (row.p > 0) expect(strict.precision, field).toBeCloseTo(row.p, 10);
    }
    expect(Object.keys(theirs.layers).filter((layer) => !ours.fields.some(({ field }) => field === layer))).toEqual([]);
  },
);
