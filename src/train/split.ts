/** Which volumes train and which judge. Models that ship are trained on all; figures come from models that saw only the rest. */

import { corpusVolumes } from './gold.js';

/** The fold that judges: 0 to 3; `TEIGRAM_FOLD` picks another than 3, so that four runs judge every volume once. */
const FOLD = Number(process.env.TEIGRAM_FOLD ?? 3);

/** Every fourth volume in order of name is held back to judge on. */
export function heldOut(volumes: readonly string[], fold = FOLD): string[] {
  return volumes.filter((_, i) => i % 4 === fold);
}

/** The volumes of a corpus folder that don't judge. */
export function trainingVolumes(folder: string): string[] {
  const volumes = corpusVolumes(folder);
  const judge = heldOut(volumes);
  return volumes.filter((volume) => !judge.includes(volume));
}
