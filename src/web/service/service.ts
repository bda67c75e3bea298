/** The service: fastify with its routes and limits, ready to listen. */

import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { addHeaders } from '../headers.js';
import { openPool, type PoolLimits } from '../pool.js';
import { addTryPage } from '../try-page.js';
import { guard } from './access.js';
import { addShapes } from './answers.js';
import { acceptFiles, holdsFile } from './body.js';
import { addConvert } from './convert.js';
import { addDescription } from './description.js';
import { invalid } from './invalid.js';
import { acceptJson } from './json-body.js';
import { addMetrics } from './metrics.js';
import { addProbes } from './probes.js';
import { Problem, refuseConnection, sendProblem } from './problem.js';
import { addText } from './text.js';
import { addValidate } from './validate.js';
import { validatorCompiler } from './validator.js';

export interface ServiceOptions {
  /** The address that will be listened on; any but a loopback one needs a token. */
  readonly host: string;
  readonly token?: string;
  /** Bytes of a request’s body. */
  readonly body: number;
  /** Milliseconds in which a request must have come. */
  readonly request: number;
  /** Requests a minute from one address; 0: any number. */
  readonly rate: number;
  readonly pool: PoolLimits;
  readonly logger?: FastifyServerOptions['logger'];
}

/** Paths that need no token: pages, probes, the interface’s description. */
const OPEN = /^\/(?:$|assets\/|health$|ready$|openapi\.json$|docs(?:\/|$))/;

const METHODS = ['GET', 'POST'] as const;

/** What watches the service asks often, and most when there is much to do. */
const PROBES = /^\/(?:health|ready|metrics)(?:\?|$)/;

/** Build the service and start its workers. Closing it lets requests under way end, then ends the workers. */
export async function buildService(options: ServiceOptions): Promise<FastifyInstance> {
  const { host, token, body, request, rate, logger = false } = options;
  const service = Fastify({
    logger,
    bodyLimit: body,
    requestTimeout: request,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    http: { headersTimeout: Math.min(request, 10_000), connectionsCheckingInterval: Math.min(1000, request) },
    clientErrorHandler: refuseConnection,
    // Before there is a route: an address that can't be decoded.
    frameworkErrors: sendProblem,
    routerOptions: { maxParamLength: 200 },
    schemaErrorFormatter: invalid,
  });
  service.setValidatorCompiler(validatorCompiler());
  service.setErrorHandler(sendProblem);
  service.setNotFoundHandler(({ method, url }) => {
    const path = url.split('?')[0]!;
    // What a client writes is no pattern of routes.
    const isPlain = !/[:*(]/.test(path);
    const allow = METHODS.filter((other) => isPlain && service.hasRoute({ method: other, url: path }));
    if (allow.length === 0) throw new Problem(404, `There is nothing at ${method} ${path.slice(0, 100)}.`);
    throw new Problem(405, `${path} takes ${allow.join(', ')} only.`, { allow: allow.join(', ') });
  });
  const pool = openPool(options.pool);
  service.addHook('onClose', () => pool.close());
  guard(service, { host, ...(token !== undefined && { token }), open: (path) => OPEN.test(path) });
  await addHeaders(service);
  if (rate > 0)
    await service.register(rateLimit, {
      max: rate,
      timeWindow: '1 minute',
      allowList: ({ url }) => PROBES.test(url),
    });
  await service.register(multipart, {
    isPartAFile: holdsFile,
    limits: { fileSize: body, fieldSize: body, files: 21, fields: 20, parts: 41 },
  });
  acceptFiles(service);
  acceptJson(service);
  addShapes(service);
  await addDescription(service, token !== undefined);
  addMetrics(service, pool);
  let warm = false;
  addProbes(service, pool, () => warm);
  addConvert(service, pool, body);
  addValidate(service, pool, body);
  addText(service, pool, body);
  await addTryPage(service);
  const { threads } = options.pool;
  void Promise.all(Array.from({ length: threads }, () => pool.run('warm', undefined))).then(
    () => {
      warm = true;
    },
    (error: unknown) => service.log.error({ err: error }, 'the workers do not start'),
  );
  return service;
}
