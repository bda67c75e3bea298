/**
 * `npm run evaluate`: accuracy on volumes that the models did not see.
 *
 * The volumes are dealt into four folds. For each fold the models are trained on the other three, and the fold's documents
 * are converted with them and with their volume's own lists. The scorer beside the corpus then compares all of them with
 * the edition.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tool } from '../cli/tool.js';
import { corpusFolder, corpusVolumes, readVolume } from './gold.js';
import { heldOut } from './split.js';
import { MODEL_NAMES, runTrainers } from './trainers.js';

const { genre, dateline, lists, folds, keep, errors } = tool(
  'evaluate',
  'Accuracy on volumes that the models did not see.',
)
  .option('--genre <names>', 'genres of the corpus, or all', 'telegram')
  .option('--no-dateline', 'cut the datelines out of the texts')
  .option('--no-lists', 'convert without the lists of persons and terms')
  .option('--folds <numbers>', 'judge the volumes of these folds', '0,1,2,3')
  .option('--keep', 'use the models of an earlier run, and train those that it lacks', false)
  .option('--errors <layer>', 'show 40 errors of one line of the table, such as person-link')
  .parse()
  .opts<{ genre: string; dateline: boolean; lists: boolean; folds: string; keep: boolean; errors?: string }>();

const corpus = corpusFolder();
const root = fileURLToPath(new URL('../../', import.meta.url));
const work = join(root, '.tmp', 'evaluate');
const genres = genre === 'all' ? undefined : genre.split(',');

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
  for (const { id, text, dateline: line } of records) {
    const cut = !dateline && line ? text.replace(`\n\n${line}`, '') : text;
    writeFileSync(join(texts, `${id}.txt`), cut);
  }
  const given = lists ? ['--authority', join(corpus, 'authority', `${volume}.xml`)] : [];
  const args = ['convert', texts, '--out', outputs, '--volume', volume, ...given, '--quiet'];
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
for (const fold of folds.split(',')) {
  const models = join(work, `models-${fold}`);
  const env = { ...process.env, TEIGRAM_FOLD: fold, TEIGRAM_MODELS: models };
  if (!keep) rmSync(models, { recursive: true, force: true });
  mkdirSync(models, { recursive: true });
  const lacking = MODEL_NAMES.filter((name) => !existsSync(join(models, `${name}.json`)));
  const failed = runTrainers(lacking, 'split', env);
  if (failed) fail(`training of ${failed} failed`);
  for (const volume of heldOut(corpusVolumes(corpus), Number(fold))) {
    convertVolume(volume, env);
    judged.push(volume);
  }
}
const flags = [...(dateline ? [] : ['--no-dateline']), ...(errors ? ['--errors', errors, '40'] : [])];
const score = ['--genre', genre, '--volumes', judged.join(','), ...flags];
spawnSync('python3', [scorer, corpus, join(work, 'tei'), ...score], { stdio: 'inherit' });
