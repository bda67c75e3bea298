/** `npm run train`: make the models that ship from the whole corpus. The same corpus gives the same bytes. */

import { existsSync, writeFileSync } from 'node:fs';
import { Argument } from 'commander';
import { tool } from '../cli/tool.js';
import { packageFile } from '../package-file.js';
import { corpusFolder } from './gold.js';
import { MODEL_NAMES, runTrainers } from './trainers.js';
import { standardOffsetsModule } from './zones.js';

/** No model, and none of the corpus: made from the time zones that the machine knows, and only if it's asked for. */
const ZONES = 'zones';

const [named] = tool(
  'train',
  'Make the models that ship from ../shared/corpus, or the folder that TEIGRAM_CORPUS names.',
)
  .addArgument(
    new Argument(
      '[models...]',
      `models to make (default: all); ${ZONES}: the table of standard offsets of time zones`,
    ).choices([...MODEL_NAMES, ZONES]),
  )
  .parse().processedArgs as [string[]];

const models = named.length > 0 ? named.filter((name) => name !== ZONES) : MODEL_NAMES;
if (named.includes(ZONES)) writeFileSync(packageFile('src/places/standard-offsets.ts'), standardOffsetsModule());
if (models.length === 0 || existsSync(corpusFolder())) {
  const failed = runTrainers(models, 'all');
  if (failed) {
    console.error(`train: ${failed} failed`);
    process.exitCode = 1;
  }
} else {
  console.error(`train: no corpus at ${corpusFolder()}; TEIGRAM_CORPUS names another folder`);
  process.exitCode = 2;
}
