/** What the bench converts. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAuthority } from '../authority/read.js';
import type { Authority } from '../authority/types.js';
import { corpusFolder, corpusVolumes, readVolume } from '../train/gold.js';

export interface Telegram {
  readonly name: string;
  readonly text: string;
  readonly volume: string;
  readonly id: string;
  /** Its volume's lists of persons and terms. */
  readonly authority: Authority;
}

/** Evenly drawn from the corpus; the sample, many times over, where there is none. */
export function telegrams(count: number): Telegram[] {
  if (!existsSync(corpusFolder())) {
    console.error(
      `bench: no corpus at ${corpusFolder()} (TEIGRAM_CORPUS names another folder); the sample telegram stands in`,
    );
    const text = readFileSync(new URL('../../samples/telegram.txt', import.meta.url), 'utf8');
    const authority = lists(fileURLToPath(new URL('../../samples/lists.xml', import.meta.url)));
    const sample = { text, volume: 'frus1955-57v99', id: 'd112', authority };
    return Array.from({ length: count }, (_, i) => ({ name: `sample ${i}`, ...sample }));
  }
  const all = corpusVolumes(corpusFolder()).flatMap((volume) =>
    readVolume(corpusFolder(), volume).filter(({ genre }) => genre === 'telegram'),
  );
  const ofVolume = new Map<string, Authority>();
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, i) => {
    const { volume, id, text } = all[Math.floor(i * step)]!;
    const authority = ofVolume.get(volume) ?? lists(join(corpusFolder(), 'authority', `${volume}.xml`));
    ofVolume.set(volume, authority);
    return { name: `${volume}/${id}`, text, volume, id, authority };
  });
}

const lists = (path: string): Authority => readAuthority([{ name: path, text: readFileSync(path, 'utf8') }]);
