/** Clients that go before they have their answer. */

import type { FastifyReply } from 'fastify';

/** Calls when the connection closes before the answer is out. */
export function whenGone({ raw }: FastifyReply, call: () => void): void {
  raw.once('close', () => {
    if (!raw.writableFinished) call();
  });
}

/** Aborted when the client has gone: what is done for it then is for nobody. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  whenGone(reply, () => gone.abort());
  return gone.signal;
}
