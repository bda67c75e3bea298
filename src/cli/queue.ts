/** `teigram queue`: what a queue is doing, and its dead letters. */

import type { Command } from 'commander';
import { awayFrom, reachable, redisError } from './redis.js';
import { EXIT, err, exitWith, out } from './terminal.js';

interface QueueFlags {
  readonly queue: string;
}

/** Loaded when it is needed: the library of queues is large. */
const letters = () => import('../queue/letters.js');

export function addQueue(program: Command): void {
  const queue = program.command('queue').description('Look at a queue on Redis from any machine.');
  const subcommand = (name: string, description: string, run: (url: string) => Promise<void>): void => {
    queue
      .command(name)
      .description(description)
      .requiredOption('--queue <url>', 'redis://host:port')
      .action(async ({ queue }: QueueFlags) => {
        const url = await reachable(queue);
        await run(url).catch((error: unknown) => {
          throw redisError(url, error);
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
}
