/** Models of another folder hold from the moment they are asked for, whatever was converted before. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { isCommonWord } from '../src/authority/words.js';
import { convert } from '../src/convert.js';
import { modelsFolder, useModels } from '../src/model.js';

const OWN = modelsFolder();
const folder = mkdtempSync(join(tmpdir(), 'teigram-models-'));

afterEach(() => {
  delete process.env.TEIGRAM_MODELS;
  rmSync(folder, { recursive: true, force: true });
});

function changed(name: string, change: object): void {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
}

test('blocks and words are those of the folder that was named last', () => {
  const text =
    '38. Letter From Rudolf Sapt to Leo Berg\n\nStrelsau, May 5, 1955.\n\nThe harvest is in.\n\nRudolf Sapt\n';
  const signed = (): boolean => convert(text).output.includes('<signed>');
  expect([signed(), isCommonWord('harvest')]).toEqual([true, true]);
  cpSync(OWN, folder, { recursive: true });
  changed('blocks', { weights: {}, moves: {} });
  changed('lexicon', { words: 'the' });
  useModels(folder);
  expect([signed(), isCommonWord('harvest')]).toEqual([false, false]);
});
