/** What the bench converts. */

import { existsSync, readFileSync } from 'node:fs';
import { corpusFolder, corpusVolumes, readVolume } from '../train/gold.js';

export interface Telegram {
  readonly name: string;
  readonly text: string;
  readonly volume: string;
  readonly id: string;
}

/** Evenly drawn from the corpus; the sample, many times over, where there is none. */
export function telegrams(count: number): Telegram[] {
  if (!existsSync(corpusFolder())) {
    const text = readFileSync(new URL('../../samples/telegram.txt', import.meta.url), 'utf8');
    return Array.from({ length: count }, (_, i) => ({
      name: `sample ${i}`,
      text,
      volume: 'frus1955-57v99',
      id: 'd112',
    }));
  }
  const all = corpusVolumes(corpusFolder()).flatMap((volume) =>
    readVolume(corpusFolder(), volume).filter(({ genre }) => genre === 'telegram'),
  );
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, i) => {
    const { volume, id, text } = all[Math.floor(i * step)]!;
    return { name: `${volume}/${id}`, text, volume, id };
  });
}
