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
  teigram shards list work/ | parallel -j 4 teigram shards run work/ {} --jobs 1     GNU parallel: those not done
  sbatch --array=0-149 --wrap 'teigram shards run work/'                             Slurm, 150 shards
  teigram shards status work/

Shards have numbers, 0 and up. Without one, run takes SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX, PBS_ARRAY_INDEX or
AWS_BATCH_JOB_ARRAY_INDEX from its environment. A shard that was stopped goes on where it was. One that is done is
marked by a file, 0007.done. If something has changed since, list and status count it as not done, and run does again
what has changed.

A shard is not done as long as
  documents failed            run tries them again
  documents were set aside    run --retry tries them again
  a text is gone              it fails until it is back, or run --prune leaves it out
  an output is out of date that somebody changed
                              it is kept until it is removed, or run --force has it made anew

Lists are copied: run and status tell where the files have changed since.

Exit codes: make, list: 0 done; 2 wrong use, or a file could not be read or written. run: as teigram batch.
status: 0 all shards are done; 1 shards are left to do; 2 as make.`;

const HINT = `
teigram shards --help tells how shards are made, run and looked at, with examples.`;

export function addShards(program: Command): void {
  const shards = program
    .command('shards')
    .summary('cut a batch into shards for GNU parallel, Slurm, Kubernetes …')
    .description('Cut a batch into shards for GNU parallel, Slurm arrays, Kubernetes jobs and their like.')
    .addHelpText('after', EXAMPLES);
  const make = shards
    .command('make')
    .summary('write the list of shards')
    .description("Write the list of shards. A volume's documents stay evidence for each other also where it is cut.")
    .argument('<inputs...>', 'texts, folders of them, or globs')
    .requiredOption('-o, --out <folder>', 'where outputs go: the same tree')
    .requiredOption('--shards <folder>', 'where shards are described and marked as done')
    .option('--size <n>', 'documents a shard, about', count, 2000);
  addConversionOptions(make)
    .option(...ENCODING)
    .option('-q, --quiet', 'print only what fails')
    .addHelpText('after', HINT)
    .action(async (inputs: string[], flags: ShardsMakeFlags) => (await commands()).makeShards(inputs, flags));
  const run = shards
    .command('run')
    .summary('convert the documents of one shard')
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
    .addHelpText('after', HINT)
    .action(async (folder: string, shard: string | undefined, flags: ShardsRunFlags) =>
      (await commands()).runShard(folder, shard, flags),
    );
  shards
    .command('list')
    .summary('print the numbers of the shards that are not done')
    .description('Print the numbers of the shards that are not done.')
    .argument('<folder>', 'the folder of the shards')
    .addHelpText('after', HINT)
    .action(async (folder: string) => (await commands()).listShards(folder));
  shards
    .command('status')
    .summary('tell how many shards and documents are done')
    .description('Tell how many shards and documents are done, and how many documents failed or were set aside.')
    .argument('<folder>', 'the folder of the shards')
    .addHelpText('after', HINT)
    .action(async (folder: string) => (await commands()).shardsStatus(folder));
}

const commands = () => import('./run-shards.js');
