/** `teigram worker`: takes documents from a queue, on any number of machines. */

import type { Command } from 'commander';
import { addThreadOptions, MODELS, type ThreadFlags } from './conversion-options.js';

export interface WorkerFlags extends ThreadFlags {
  readonly queue: string;
  readonly root: string;
  readonly drain?: true;
}

const EXAMPLES = `
Examples:
  teigram worker --queue redis://archive:6379                               as many documents at a time as there are cores
  teigram worker --queue redis://archive:6379 --root /mnt/share --jobs 2
  TEIGRAM_REDIS_PASSWORD=… teigram worker --queue redis://archive:6379      a password that no list of processes shows

Ctrl-C and SIGTERM finish what is in hand. A worker that is killed loses nothing: others take its documents up
within seconds. While Redis is away a worker waits; asked to end then, it ends after seconds.

A batch is left to other workers if its --models are others, if another version of teigram submitted it, or if its
folders are not below --root here. Failures are told as they happen, and once a minute how many documents are converted.

Exit codes: 0 stopped, or the queue is empty under --drain; 2 Redis can't be reached, the disk is full, or a
batch was left to others.`;

export function addWorker(program: Command): void {
  const command = program
    .command('worker')
    .summary('convert what teigram batch --queue submits')
    .description('Take documents from a queue on Redis and convert them.')
    .requiredOption('--queue <url>', 'redis://host:port')
    .option('--root <folder>', 'where the shared folder of the batch lies on this machine', '.')
    .option(...MODELS)
    .option('--drain', 'end when the queue is empty');
  addThreadOptions(command, 'all cores')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: WorkerFlags) => {
      const { runWorker } = await import('./run-worker.js');
      await runWorker(flags);
    });
}
