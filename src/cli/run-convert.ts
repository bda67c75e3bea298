/** What `teigram convert` does: plan, then convert on one core or all, and tell what came of each document in order. */

import { convertGroups } from '../batch/run.js';
import { share } from '../batch/shared.js';
import { taskOptions } from './conversion-options.js';
import { Report } from './conversion-report.js';
import type { ConvertFlags } from './convert.js';
import { save } from './files.js';
import { lanesFor } from './lanes.js';
import { readLists } from './lists.js';
import { planned } from './plan.js';
import { progress } from './progress.js';
import { tell } from './tell.js';
import { CommandError, err, out, STDOUT } from './terminal.js';
import { volumeKey, volumes } from './volumes.js';

export async function runConvert(args: readonly string[], given: ConvertFlags): Promise<void> {
  const { out: target, ...others } = given;
  const flags: ConvertFlags = target === undefined || target === STDOUT ? others : given;
  if (flags.report === STDOUT && flags.out === undefined)
    throw new CommandError('--report -: the TEI goes to standard output already', 'write one of them to a file');
  const plan = await planned(args, flags);
  const report = new Report(flags.report !== undefined);
  const lists = flags.authority.length > 0 ? share(readLists(flags.authority, flags.quiet === true)) : undefined;
  const groups = volumes(plan, ({ name, volume }) => volumeKey(name, volume)).map((tasks) => ({ tasks }));
  const lanes = await lanesFor(plan.length, flags);
  const bar = await progress(plan.length, flags.quiet === true);
  try {
    await convertGroups(groups, lanes, { options: taskOptions(flags), ...(lists && { lists }) }, (task, outcome) => {
      report.add(outcome, task.path ?? task.name, task.target);
      tell(outcome, flags);
      bar.step();
    });
  } finally {
    bar.stop();
    await Promise.all(lanes.map((lane) => lane.close()));
  }
  if (flags.report === STDOUT) out(report.json());
  else if (flags.report !== undefined) save(flags.report, report.json());
  if (flags.out !== undefined && plan.length > 1 && !flags.quiet) err(report.summary(flags.out));
}
