/** `POST /text`. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { decode } from '../../batch/decode.js';
import type { Pool } from '../pool.js';
import { PROBLEMS } from './answers.js';
import { isUpload, type Upload, unifyBody } from './body.js';
import { goneSignal } from './gone.js';
import { Problem } from './problem.js';
import { TextBody, TextQuery } from './schemas.js';

type Body = Upload | Static<typeof TextBody>;

const TYPES = { text: 'text/plain', markdown: 'text/markdown', html: 'text/html' } as const;

export function addText(service: FastifyInstance, pool: Pool, limit: number): void {
  async function handler(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const body = request.body as Body;
    const { format = 'text' } = { ...(request.query as Static<typeof TextQuery>), ...(!isUpload(body) && body) };
    const xml = isUpload(body) ? decode(body.bytes).text : body.xml;
    const result = await pool.run('text', { xml, format }, goneSignal(reply));
    if ('fault' in result) throw new Problem(422, result.fault);
    return reply.type(`${TYPES[format]}; charset=utf-8`).send(result.text);
  }

  const rendered = { schema: { type: 'string' } };
  service.post('/text', {
    preValidation: unifyBody(limit),
    schema: {
      operationId: 'text',
      summary: 'Render TEI as plain text, Markdown or HTML',
      description: 'The document is the body, the field `document` of a form, or `xml` in JSON. A DOCTYPE is refused.',
      tags: ['documents'],
      querystring: TextQuery,
      body: { content: { 'application/json': { schema: TextBody } } },
      response: {
        200: {
          description: 'The rendering',
          content: { 'text/plain': rendered, 'text/markdown': rendered, 'text/html': rendered },
        },
        ...PROBLEMS,
      },
    },
    handler,
  });
}
