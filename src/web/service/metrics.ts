/** What Prometheus reads: the process, the requests, the workers. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Pool } from '../pool.js';
import { PROBLEMS } from './answers.js';
import { whenGone } from './gone.js';
import { statusUnanswered } from './problem.js';

/** Seconds: conversions take milliseconds, large documents seconds. */
const BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function addMetrics(service: FastifyInstance, pool: Pool): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const seconds = new Histogram({
    name: 'teigram_http_request_duration_seconds',
    help: 'Time from the request’s head to the answer’s end',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  gauge('teigram_workers_active', 'Documents being worked on', () => pool.load().active);
  gauge('teigram_queue_length', 'Documents that wait for a worker', () => pool.load().waiting);
  const observe = ({ method, routeOptions }: FastifyRequest, { elapsedTime }: FastifyReply, status: number): void => {
    // The route’s pattern, never the path: that is the client’s to choose, and would be kept for ever.
    seconds.observe({ method, route: routeOptions.url ?? 'none', status }, elapsedTime / 1000);
  };
  service.addHook('onResponse', async (request, reply) => observe(request, reply, reply.statusCode));
  // Of an answer that nobody waits for, the framework tells nothing.
  service.addHook('onRequest', async (request, reply) =>
    whenGone(reply, () => {
      const statusCode = statusUnanswered(request.raw.socket);
      observe(request, reply, statusCode);
      request.log.info({ res: { statusCode }, responseTime: reply.elapsedTime }, 'connection closed before the answer');
    }),
  );
  service.get('/metrics', {
    schema: {
      operationId: 'metrics',
      summary: 'Metrics for Prometheus',
      tags: ['operation'],
      response: {
        200: { description: 'What was counted', content: { 'text/plain': { schema: { type: 'string' } } } },
        ...PROBLEMS,
      },
    },
    handler: async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  });
}
