import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import { convertVolume } from '../src/convert.js';
import { corpusFolder, readVolume } from '../src/train/gold.js';

const corpus = corpusFolder();
const VOLUME = 'frus1969-76v20';
const MAIN = join(import.meta.dirname, '../dist/cli/main.js');
/** Megabytes: the trees of all documents at once don't fit. */
const HEAP = 32;

const teigram = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [`--max-old-space-size=${HEAP}`, MAIN, ...args], { encoding: 'utf8', maxBuffer: 1e8 });

test.skipIf(!existsSync(corpus))(
  'a volume of 332 documents is built in little memory, has no error, and comes back from its parts byte by byte (needs ../shared/corpus)',
  { timeout: 300_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'teigram-volume-'));
    try {
      const lists = join(corpus, 'authority', `${VOLUME}.xml`);
      const authority = readAuthority([{ name: lists, text: readFileSync(lists, 'utf8') }]);
      const texts = [...readVolume(corpus, VOLUME)].map(({ id, text }) => ({ doc: id, text }));
      expect(texts).toHaveLength(332);
      mkdirSync(join(folder, 'tei'));
      let next = 0;
      for (const { output } of convertVolume(texts, { volume: VOLUME, authority, validate: false }))
        writeFileSync(join(folder, 'tei', `${texts[next++]!.doc}.xml`), output);
      const manifest = {
        volume: VOLUME,
        title: { series: 'Series', 'sub-series': '1969–1976', 'volume-number': 'Volume XX', volume: 'Southeast Asia' },
        editors: [{ name: 'Antonia Mauban', role: 'primary' }],
        published: 2006,
        content: { from: 1969, to: 1972 },
        lists: [lists],
        contents: [{ compilation: 'Southeast Asia', contents: ['tei/*.xml'] }],
      };
      writeFileSync(join(folder, 'volume.json'), JSON.stringify(manifest));
      const whole = join(folder, `${VOLUME}.xml`);
      expect(teigram('volume', 'build', join(folder, 'volume.json'), '-o', whole)).toMatchObject({ status: 0 });
      const { stdout } = spawnSync(process.execPath, [MAIN, 'validate', whole, '--format', 'json'], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      const { findings } = JSON.parse(stdout) as { findings: { severity: string }[] };
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const parts = join(folder, 'parts');
      expect(teigram('volume', 'split', whole, '-o', parts)).toMatchObject({ status: 0 });
      const again = join(folder, 'again', `${VOLUME}.xml`);
      expect(teigram('volume', 'build', parts, '-o', again)).toMatchObject({ status: 0 });
      expect(readFileSync(again).equals(readFileSync(whole))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
