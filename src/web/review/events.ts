/** Server-sent events (HTML Standard, 9.2): which document changed, and how far the survey is. */

import type { FastifyInstance } from 'fastify';
import type { Progress } from './model.js';

/** Milliseconds between two messages about the survey. */
const PACE = 500;

export interface Events {
  /** Something is known anew: of one document, or of some. */
  tell(key?: string): void;
}

export function addEvents(service: FastifyInstance, progress: () => Progress): Events {
  const listeners = new Set<(message: string) => void>();
  let pending: NodeJS.Timeout | undefined;
  const send = (message: object): void => {
    for (const listener of listeners) listener(`data: ${JSON.stringify(message)}\n\n`);
  };
  service.get('/api/events', (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    raw.write(`data: ${JSON.stringify({ progress: progress() })}\n\n`);
    const listener = (message: string): void => {
      raw.write(message);
    };
    listeners.add(listener);
    request.raw.on('close', () => listeners.delete(listener));
  });
  service.addHook('preClose', async () => {
    clearTimeout(pending);
  });
  return {
    tell(key) {
      if (key !== undefined) send({ changed: key });
      pending ??= setTimeout(() => {
        pending = undefined;
        send({ progress: progress() });
      }, PACE).unref();
    },
  };
}
