/** Clients that go before they have their answer. */

import type { FastifyReply } from 'fastify';

/** Aborted when the connection closes before the answer is out: what is done for it then is for nobody. */
export function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
