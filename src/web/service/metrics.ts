/** What Prometheus reads: the process, the requests, the workers. */

import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Pool } from '../pool.js';

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
  service.addHook('onResponse', async (request, reply) => {
    // The route’s pattern, never the path: that is the client’s to choose, and would be kept for ever.
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  service.get('/metrics', {
    schema: { summary: 'Metrics for Prometheus', tags: ['operation'], produces: ['text/plain'] },
    handler: async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  });
}
