/** One trainer: `node dist/train/one.js blocks all`, or `split` for the volumes that don't judge. */

import { corpusFolder, corpusVolumes } from './gold.js';
import { trainingVolumes } from './split.js';
import { TRAINERS } from './trainers.js';

const [name = '', on] = process.argv.slice(2);
const train = await TRAINERS[name]!();
train(on === 'all' ? corpusVolumes(corpusFolder()) : trainingVolumes(corpusFolder()));
