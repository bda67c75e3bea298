/** What `teigram serve` does: check the flags, listen, and end in good order. */

import { availableParallelism } from 'node:os';
import closeWithGrace from 'close-with-grace';
import { isLoopback } from '../web/service/access.js';
import { buildService } from '../web/service/service.js';
import { listen } from './listen.js';
import type { ServeFlags } from './serve.js';
import { CommandError, err } from './terminal.js';

/** A token that is shorter can be guessed. */
const SHORTEST = 16;
/** Megabytes of heap of one worker. */
const HEAP = 1024;

export async function runServe(flags: ServeFlags): Promise<void> {
  const { host, port, workers = availableParallelism(), queue, body, time, log } = flags;
  const token = flags.token ?? process.env.TEIGRAM_TOKEN;
  const loopback = isLoopback(host);
  if (token !== undefined && token.length < SHORTEST) {
    throw new CommandError(`the token has fewer than ${SHORTEST} characters`, 'for example: openssl rand -hex 16');
  }
  if (!loopback && token === undefined) {
    throw new CommandError(
      `--host ${host} needs a token: anybody who reaches the address could use it`,
      'set TEIGRAM_TOKEN',
    );
  }
  const service = await buildService({
    host,
    ...(token !== undefined && { token }),
    body: Math.round(body * 2 ** 20),
    request: time * 1000,
    rate: flags.rate ?? (loopback ? 0 : 600),
    pool: { threads: Math.ceil(workers), queue, wait: time * 1000, time: time * 1000, heap: HEAP },
    logger: log,
  });
  const url = await listen(service, host, port);
  closeWithGrace({ delay: 2 * time * 1000 + 1000, logger: log ? service.log : false }, () => service.close());
  err(`teigram serves at ${url}`);
}
