/** `teigram shards`: a batch cut into pieces that any scheduler can run. */

import type { Command } from 'commander';
import {
  addConversionOptions,
  addThreadOptions,
  type ConversionFlags,
  DETAILS,
  ENCODING,
  EVENTS,
  FORCE,
  MODELS,
  type ThreadFlags,
} from './conversion-options.js';
import { count } from './numbers.js';

export interface ShardsMakeFlags extends ConversionFlags {
  readonly out: string;
  readonly shards: string;
  readonly size: number;
  readonly quiet?: true;
}

export interface ShardsRunFlags extends ThreadFlags {
  readonly retry?: true;
  readonly force?: true;
  readonly prune?: true;
  readonly details?: string;
  readonly events?: string;
  readonly quiet?: true;
}

const EXAMPLES = `
Examples:
  teigram shards make texts/ -o tei/ --shards work/ --size 2000 --authority lists.xml
  teigram shards list work/ | parallel -j 8 teigram shards run work/ {}
  teigram shards status work/

A shard is run by its number, 0 and up; run without one takes SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX,
PBS_ARRAY_INDEX or AWS_BATCH_JOB_ARRAY_INDEX from its environment. One that was stopped goes on where it was; of one that is done (it is marked by a file, 0007.done) only what has changed
since is done again, and until then list and status count it as not done. An output that somebody changed is kept:
where it is out of date, its shard is not done until it is removed or --force has it made anew.
One of which documents failed or were set aside is not done: run tries again what failed, and with --retry what was set aside.
A document whose text is gone fails, until it is back or --prune leaves it out. Lists are copied: run and status tell where
the files have changed since.

Exit codes: 0 clean, or all done; 1 an output breaks the schema, a document has errors, or shards are left to do;
2 as for teigram batch.`;

export function addShards(program: Command): void {
  const shards = program
    .command('shards')
    .description('Cut a batch into shards for GNU parallel, Slurm arrays, Kubernetes jobs and their like.')
    .addHelpText('after', EXAMPLES);
  const make = shards
    .command('make')
    .description('Write the list of shards. Documents of a volume stay together.')
    .argument('<inputs...>', 'texts, folders of them, or globs')
    .requiredOption('-o, --out <folder>', 'where outputs go: the same tree')
    .requiredOption('--shards <folder>', 'where shards are described and marked as done')
    .option('--size <n>', 'documents a shard, about', count, 2000);
  addConversionOptions(make)
    .option(...ENCODING)
    .option('-q, --quiet', 'print only what fails')
    .action(async (inputs: string[], flags: ShardsMakeFlags) => (await commands()).makeShards(inputs, flags));
  const run = shards
    .command('run')
    .description('Convert the documents of one shard.')
    .argument('<folder>', 'the folder of the shards')
    .argument('[shard]', 'its number (default: from the environment)')
    .option(...MODELS)
    .option('--retry', 'take up again what was set aside')
    .option(...FORCE)
    .option('--prune', 'leave out documents whose texts are gone, and remove their outputs')
    .option(...DETAILS)
    .option(...EVENTS);
  addThreadOptions(run, 'all cores')
    .option('-q, --quiet', 'print only what fails')
    .action(async (folder: string, shard: string | undefined, flags: ShardsRunFlags) =>
      (await commands()).runShard(folder, shard, flags),
    );
  shards
    .command('list')
    .description('Print the numbers of the shards that are not done.')
    .argument('<folder>')
    .action(async (folder: string) => (await commands()).listShards(folder));
  shards
    .command('status')
    .description('Tell how many shards and documents are done, and how many documents failed.')
    .argument('<folder>')
    .action(async (folder: string) => (await commands()).shardsStatus(folder));
}

const commands = () => import('./run-shards.js');
