// Texts for the outside witness: the samples, the fixtures, and every fortieth document of the corpus where it is at hand.
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpusFolder, corpusVolumes, readVolume } from '../dist/train/gold.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = process.argv[2];

for (const folder of ['samples', 'fixtures']) mkdirSync(join(out, folder), { recursive: true });
for (const name of readdirSync(join(root, 'samples'))) {
  if (name.endsWith('.txt')) cpSync(join(root, 'samples', name), join(out, 'samples', name));
}
for (const name of readdirSync(join(root, 'test/fixtures'))) {
  const input = join(root, 'test/fixtures', name, 'input.txt');
  if (existsSync(input)) cpSync(input, join(out, 'fixtures', `${name}.txt`));
}
if (existsSync(corpusFolder())) {
  let count = 0;
  for (const volume of corpusVolumes(corpusFolder())) {
    for (const { id, text } of readVolume(corpusFolder(), volume)) {
      if (count++ % 40 !== 0) continue;
      mkdirSync(join(out, volume), { recursive: true });
      writeFileSync(join(out, volume, `${id}.txt`), text);
    }
  }
} else console.log('no corpus beside the project: samples and fixtures only');
