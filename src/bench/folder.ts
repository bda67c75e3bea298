/** `teigram convert` on a folder of telegrams, with lists and validation, beside xmllint on what it writes; all start-up included. */

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFolder } from '../train/gold.js';
import { costOf } from './clock.js';
import { type Used, used } from './commands.js';
import { XMLLINT } from './outside.js';
import type { Telegram } from './telegrams.js';

export interface FolderCost {
  readonly convert: Used;
  /** On the outputs; undefined where it isn't installed. */
  readonly xmllint: ReturnType<typeof costOf>;
}

/** Convert telegrams of the corpus, with the lists of the volume that has most of them. `folder` is empty. */
export async function folderCost(folder: string, texts: readonly Telegram[]): Promise<FolderCost> {
  const [input, output] = [join(folder, 'texts'), join(folder, 'tei')];
  const counts = new Map<string, number>();
  for (const { volume, id, text } of texts) {
    mkdirSync(join(input, volume), { recursive: true });
    writeFileSync(join(input, volume, `${id}.txt`), text);
    counts.set(volume, (counts.get(volume) ?? 0) + 1);
  }
  const [volume] = [...counts].reduce((most, other) => (other[1] > most[1] ? other : most));
  const lists = join(corpusFolder(), 'authority', `${volume}.xml`);
  const convert = await used('convert', input, '-o', output, '--authority', lists, '--quiet');
  const outputs = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.xml'));
  const [command, ...args] = XMLLINT;
  const xmllint = costOf(command, [...args, ...outputs], output);
  return { convert, xmllint };
}
