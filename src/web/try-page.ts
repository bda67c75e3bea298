/** The page at `/` for those who only want to try: paste a text, see its TEI. */

import type { FastifyInstance } from 'fastify';
import { addAssets, pageHtml } from './assets.js';

export async function addTryPage(service: FastifyInstance): Promise<void> {
  addAssets(service);
  const html = pageHtml('try');
  service.get('/', {
    schema: { hide: true },
    handler: async (_, reply) =>
      reply.type('text/html; charset=utf-8').send(html.replaceAll('NONCE', reply.cspNonce.style)),
  });
}
