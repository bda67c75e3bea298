/** `teigram queue`: what a queue is doing, its dead letters, and batches that are to be cancelled. */

import type { Command } from 'commander';
import { counted } from '../counted.js';
import { awayFrom, reachable, redisError } from './redis.js';
import { CommandError, EXIT, err, exitWith, out } from './terminal.js';

interface QueueFlags {
  readonly queue: string;
}

/** Loaded when it is needed: the library of queues is large. */
const letters = () => import('../queue/letters.js');

const EXAMPLES = `
Examples:
  teigram queue status --queue redis://archive:6379
  teigram queue failed --queue redis://archive:6379 | jq -r .reason
  teigram queue retry --queue redis://archive:6379
  teigram queue cancel tei/ --queue redis://archive:6379

A password of Redis is in the address (redis://:password@host) or, unseen by others, in TEIGRAM_REDIS_PASSWORD.

Exit codes: 0 done; 1 failed: there are dead letters; 2 wrong use, no such batch, or Redis can't be reached.`;

export function addQueue(program: Command): void {
  const queue = program
    .command('queue')
    .summary('look at a queue on Redis from any machine')
    .description('Look at a queue on Redis from any machine.')
    .addHelpText('after', EXAMPLES);
  /** `run` also gets the arguments. */
  const subcommand = (
    name: string,
    description: string,
    run: (url: string, ...args: string[]) => Promise<void>,
  ): void => {
    const command = queue
      .command(name)
      .summary(description)
      .description(`${description[0]!.toUpperCase()}${description.slice(1)}.`)
      .requiredOption('--queue <url>', 'redis://host:port')
      .addHelpText('after', '\nteigram queue --help has examples.');
    command.action(async () => {
      const url = await reachable(command.opts<QueueFlags>().queue);
      await run(url, ...command.args).catch((error: unknown) => {
        throw error instanceof CommandError ? error : redisError(url, error);
      });
    });
  };
  subcommand('status', 'print batches, how far they are, and jobs, as JSON', async (url) => {
    out(`${JSON.stringify(await (await letters()).queueStatus(url, awayFrom(url)), null, 2)}\n`);
  });
  subcommand(
    'failed',
    'list dead letters: documents of which the last attempt failed, a JSON object a line',
    async (url) => {
      const dead = await (await letters()).deadLetters(url, awayFrom(url));
      for (const letter of dead) out(`${JSON.stringify(letter)}\n`);
      if (dead.length > 0) exitWith(EXIT.findings);
    },
  );
  subcommand('retry', 'submit dead letters again', async (url) => {
    err(`teigram: ${await (await letters()).retryDeadLetters(url, awayFrom(url))} submitted again`);
  });
  subcommand('drop', 'take dead letters away for good', async (url) => {
    err(`teigram: ${await (await letters()).dropDeadLetters(url, awayFrom(url))} taken away`);
  });
  subcommand(
    'cancel <batch>',
    'have no more of a batch done; it is named by the "batch" or the "title" of queue status',
    async (url, batch = '') => {
      const undone = await (await letters()).cancelBatches(url, batch, awayFrom(url));
      if (undone.length === 0) throw new CommandError(`${batch}: no such batch`, 'queue status lists them');
      for (const documents of undone) err(`teigram: ${batch}: cancelled, ${counted(documents, 'document')} not done`);
    },
  );
}
