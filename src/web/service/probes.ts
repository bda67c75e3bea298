/** `GET /health`: the process answers; `GET /ready`: it would take a document now. */

import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { VERSION } from '../../version.js';
import type { Pool } from '../pool.js';
import { Problem } from './problem.js';
import { ProblemDetails } from './schemas.js';

const Status = Type.Object({ status: Type.String(), version: Type.String() });

export function addProbes(service: FastifyInstance, pool: Pool, warm: () => boolean): void {
  const state = { version: VERSION };
  const schema = (summary: string) => ({
    summary,
    tags: ['operation'],
    response: { 200: { description: 'Yes', ...Status }, 503: ProblemDetails },
  });
  service.get('/health', {
    schema: schema('Whether the process answers'),
    handler: async () => ({ status: 'ok', ...state }),
  });
  service.get('/ready', {
    schema: schema('Whether a document would be taken now'),
    handler: async () => {
      if (!warm()) throw new Problem(503, 'The workers are starting.', { 'retry-after': '1' });
      if (!pool.free()) throw new Problem(503, 'The queue is full.', { 'retry-after': '1' });
      return { status: 'ready', ...state };
    },
  });
}
