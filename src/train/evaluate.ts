/**
 * `npm run evaluate [-- --genre telegram|all] [--no-dateline] [--no-lists] [--folds 3] [--keep]`: accuracy on volumes that
 * the models did not see.
 *
 * The volumes are dealt into four folds. For each fold the models are trained on the other three, and the fold's documents
 * are converted with them and with their volume's own lists. The scorer beside the corpus then compares all of them with
 * the edition. `--keep` uses the models of an earlier run, and trains those that it lacks.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusFolder, corpusVolumes, readVolume } from './gold.js';
import { heldOut } from './split.js';
import { runTrainers, TRAINERS } from './trainers.js';

const { values } = parseArgs({
  options: {
    genre: { type: 'string', default: 'telegram' },
    'no-dateline': { type: 'boolean', default: false },
    'no-lists': { type: 'boolean', default: false },
    folds: { type: 'string', default: '0,1,2,3' },
    keep: { type: 'boolean', default: false },
    errors: { type: 'string' },
  },
});

const corpus = corpusFolder();
const root = fileURLToPath(new URL('../../', import.meta.url));
const work = join(root, '.tmp', 'evaluate');
const genres = values.genre === 'all' ? undefined : values.genre.split(',');

function fail(message: string): never {
  console.error(`evaluate: ${message}`);
  process.exit(2);
}

function convertVolume(volume: string, env: NodeJS.ProcessEnv): void {
  const texts = join(work, 'txt', volume);
  const outputs = join(work, 'tei', volume);
  for (const folder of [texts, outputs]) rmSync(folder, { recursive: true, force: true });
  const records = readVolume(corpus, volume).filter((record) => !genres || genres.includes(record.genre));
  if (records.length === 0) return;
  mkdirSync(texts, { recursive: true });
  for (const { id, text, dateline } of records) {
    const cut = values['no-dateline'] && dateline ? text.replace(`\n\n${dateline}`, '') : text;
    writeFileSync(join(texts, `${id}.txt`), cut);
  }
  const lists = values['no-lists'] ? [] : ['--authority', join(corpus, 'authority', `${volume}.xml`)];
  const args = ['convert', texts, '--out', outputs, '--volume', volume, ...lists, '--quiet'];
  const { status } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...args], {
    stdio: ['ignore', 2, 2],
    env,
  });
  if (status === 2 || status === null) fail(`conversion of ${volume} failed`);
  if (status === 1) console.error(`evaluate: ${volume} has outputs that break the schema`);
}

if (!existsSync(corpus)) fail(`no corpus at ${corpus}; TEIGRAM_CORPUS names another folder`);
const scorer = join(corpus, '..', 'tools', 'score.py');
if (!existsSync(scorer)) fail(`no scorer at ${scorer}`);

const judged: string[] = [];
for (const fold of values.folds.split(',')) {
  const models = join(work, `models-${fold}`);
  const env = { ...process.env, TEIGRAM_FOLD: fold, TEIGRAM_MODELS: models };
  if (!values.keep) rmSync(models, { recursive: true, force: true });
  mkdirSync(models, { recursive: true });
  const lacking = TRAINERS.filter((name) => !existsSync(join(models, `${name}.json`)));
  const failed = runTrainers(lacking, [], env);
  if (failed) fail(`training of ${failed} failed`);
  for (const volume of heldOut(corpusVolumes(corpus), Number(fold))) {
    convertVolume(volume, env);
    judged.push(volume);
  }
}
const flags = [
  ...(values['no-dateline'] ? ['--no-dateline'] : []),
  ...(values.errors ? ['--errors', values.errors, '40'] : []),
];
const score = ['--genre', values.genre, '--volumes', judged.join(','), ...flags];
spawnSync('python3', [scorer, corpus, join(work, 'tei'), ...score], { stdio: 'inherit' });
