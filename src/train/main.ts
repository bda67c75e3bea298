/**
 * `npm run train [-- name…]`: make the models that ship from the whole corpus (`../shared/corpus`, or the folder that
 * `TEIGRAM_CORPUS` names). The same corpus gives the same bytes.
 */

import { existsSync } from 'node:fs';
import { corpusFolder } from './gold.js';
import { runTrainers, TRAINERS } from './trainers.js';

if (existsSync(corpusFolder())) {
  const named = process.argv.slice(2);
  const failed = runTrainers(named.length > 0 ? named : TRAINERS, ['--all']);
  if (failed) {
    console.error(`train: ${failed} failed`);
    process.exitCode = 1;
  }
} else {
  console.error(`train: no corpus at ${corpusFolder()}; TEIGRAM_CORPUS names another folder`);
  process.exitCode = 2;
}
