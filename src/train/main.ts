/** `npm run train`: make the models that ship from the whole corpus. The same corpus gives the same bytes. */

import { existsSync } from 'node:fs';
import { Argument } from 'commander';
import { tool } from '../cli/tool.js';
import { corpusFolder } from './gold.js';
import { MODEL_NAMES, runTrainers } from './trainers.js';

const [named] = tool(
  'train',
  'Make the models that ship from ../shared/corpus, or the folder that TEIGRAM_CORPUS names.',
)
  .addArgument(new Argument('[models...]', 'models to make (default: all)').choices(MODEL_NAMES))
  .parse().processedArgs as [string[]];

if (existsSync(corpusFolder())) {
  const failed = runTrainers(named.length > 0 ? named : MODEL_NAMES, 'all');
  if (failed) {
    console.error(`train: ${failed} failed`);
    process.exitCode = 1;
  }
} else {
  console.error(`train: no corpus at ${corpusFolder()}; TEIGRAM_CORPUS names another folder`);
  process.exitCode = 2;
}
