/** `GET /health`: the process answers; `GET /ready`: it would take a document now. */

import type { FastifyInstance } from 'fastify';
import { VERSION } from '../../version.js';
import type { Pool } from '../pool.js';
import { json, PROBLEMS } from './answers.js';
import { Problem } from './problem.js';

export function addProbes(service: FastifyInstance, pool: Pool, warm: () => boolean): void {
  const state = { version: VERSION };
  const schema = (operationId: string, summary: string) => ({
    operationId,
    summary,
    tags: ['operation'],
    response: { 200: json('Yes', 'Status'), ...PROBLEMS },
  });
  service.get('/health', {
    schema: schema('health', 'Whether the process answers'),
    handler: async () => ({ status: 'ok', ...state }),
  });
  service.get('/ready', {
    schema: schema('ready', 'Whether a document would be taken now'),
    handler: async () => {
      if (!warm()) throw new Problem(503, 'The workers are starting.', { 'retry-after': '1' });
      if (!pool.free()) throw new Problem(503, 'The queue is full.', { 'retry-after': '1' });
      return { status: 'ready', ...state };
    },
  });
}
