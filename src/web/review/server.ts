/** The review page's server: on loopback only. */

import { basename } from 'node:path';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { escaped } from '../../text/html.js';
import { addAssets, pageHtml } from '../assets.js';
import { addHeaders } from '../headers.js';
import { openPool } from '../pool.js';
import { guard } from '../service/access.js';
import { Problem, sendProblem } from '../service/problem.js';
import { choicesFrom } from './candidates.js';
import { addEvents } from './events.js';
import { Library, type LibraryOptions } from './library.js';
import { addReviewRoutes } from './routes.js';

export interface ReviewOptions extends LibraryOptions {
  /** What the page calls the folder. */
  readonly folder: string;
  /** The reviewer's name, as the page proposes it. */
  readonly by: string;
  readonly logger?: FastifyServerOptions['logger'];
}

/** Milliseconds after the first request at which documents begin to be looked through: the page comes first. */
const SURVEY_AFTER = 300;

/** Build the server. Closing it ends the survey and the workers; decisions are on disk when they are answered. */
export async function buildReview(options: ReviewOptions): Promise<FastifyInstance> {
  const { folder, by, items, listsOf, threads, logger = false } = options;
  const service = Fastify({
    logger,
    bodyLimit: 4 << 20,
    forceCloseConnections: true,
    frameworkErrors: sendProblem,
    ajv: { customOptions: { removeAdditional: false } },
  });
  service.setErrorHandler(sendProblem);
  service.setNotFoundHandler(() => {
    throw new Problem(404, 'There is nothing here.');
  });
  guard(service, { host: '127.0.0.1', open: () => true });
  await addHeaders(service);
  addAssets(service);
  const pool = openPool({ threads, queue: Number.POSITIVE_INFINITY, time: 120_000, heap: 2048 });
  const library: Library = new Library(pool, options, () => events.tell());
  const events = addEvents(service, () => library.progress());
  addReviewRoutes(service, library, listsOf && choicesFrom(listsOf), (key) => events.tell(key));

  const isListed = items.some(({ volume }) => listsOf?.(volume) !== undefined);
  let surveying: NodeJS.Timeout | undefined;
  const page = pageHtml('review');
  const filled = {
    FOLDER: escaped(folder),
    REVIEWER: escaped(by),
    NAMED: escaped(basename(folder)),
    LISTS: isListed ? 'yes' : 'no',
  };
  service.get('/', async (_, reply) => {
    surveying ??= setTimeout(() => {
      library.survey().catch((error: unknown) => service.log.error({ err: error }, 'the survey stopped'));
    }, SURVEY_AFTER);
    const blanks: Readonly<Record<string, string>> = { ...filled, NONCE: reply.cspNonce.style };
    return (
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        // In one pass: a folder may be called LISTS.
        .send(page.replace(/FOLDER|REVIEWER|NAMED|LISTS|NONCE/g, (blank) => blanks[blank]!))
    );
  });
  service.addHook('preClose', async () => {
    clearTimeout(surveying);
    library.stop();
  });
  service.addHook('onClose', () => pool.close());
  return service;
}
