/** What `teigram train` does: learn from decisions, write a folder of models. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { adapt } from '../adapt/adapt.js';
import { counted } from '../counted.js';
import { modelsFolder } from '../model.js';
import { save } from './files.js';
import { listsForVolumes } from './lists.js';
import { planned } from './plan.js';
import { complain, EXIT, err, exitWith } from './terminal.js';
import type { TrainFlags } from './train.js';
import { volumeKey, volumes } from './volumes.js';

export async function runTrain({ fromDecisions, out, volume, authority, quiet }: TrainFlags): Promise<void> {
  const plan = await planned([fromDecisions], { format: 'tei', out: join(out, '/'), ...(volume && { volume }) });
  const listsOf = listsForVolumes(
    authority,
    plan.map((task) => task.volume),
    quiet === true,
  );
  const groups = volumes(plan, ({ name }) => volumeKey(name, volume));
  const { models, kinds, left, problems } = await adapt(groups, listsOf);
  for (const problem of problems) {
    complain(problem);
    exitWith(EXIT.failure);
  }
  if (models.size === 0) {
    const hint = 'teigram review writes them beside the texts; persons and terms need --authority';
    complain(`${fromDecisions}: no decision to learn from`, hint);
    exitWith(EXIT.findings);
    return;
  }
  // All of them, so that the folder stands by itself.
  for (const name of readdirSync(modelsFolder()).filter((file) => file.endsWith('.json'))) {
    const model = models.get(basename(name, '.json'));
    const text = model ? `${JSON.stringify(model, null, 1)}\n` : readFileSync(join(modelsFolder(), name), 'utf8');
    // Where one can't be written, neither can the others.
    if (!save(join(out, name), text)) return;
  }
  if (quiet) return;
  for (const { kind, decisions, corrections, documents } of kinds)
    err(
      `${kind}: ${counted(decisions, 'decision')} in ${counted(documents, 'document')}, ${corrections} of them corrections`,
    );
  if (left > 0)
    err(`${counted(left, 'decision teaches', 'decisions teach')} nothing: of other kinds, or no longer fit`);
  err(`models in ${out}: use them with --models ${out}`);
}
