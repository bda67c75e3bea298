/** What `teigram convert` does: plan, then convert on one core or all, and tell what came of each document in order. */

import { withLists } from '../batch/agenda.js';
import { convertGroups } from '../batch/run.js';
import { taskOptions } from './conversion-options.js';
import { Report } from './conversion-report.js';
import type { ConvertFlags } from './convert.js';
import { save } from './files.js';
import { lanesFor } from './lanes.js';
import { listsForVolumes } from './lists.js';
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
  const listsOf = listsForVolumes(
    flags.authority,
    plan.map(({ volume }) => volume),
    flags.quiet === true,
  );
  const groups = withLists(
    volumes(plan, ({ name, volume }) => volumeKey(name, volume)),
    listsOf,
  );
  const lanes = await lanesFor(plan.length, flags);
  const bar = await progress(plan.length, flags.quiet === true);
  try {
    await convertGroups(groups, lanes, { options: taskOptions(flags) }, (task, outcome) => {
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
