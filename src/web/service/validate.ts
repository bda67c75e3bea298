/** `POST /validate`. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import type { Pool } from '../pool.js';
import type { TaskInput } from '../worker.js';
import { json, PROBLEMS } from './answers.js';
import { isUpload, type Upload, unifyBody } from './body.js';
import { goneSignal } from './gone.js';
import { Problem } from './problem.js';
import { ValidateBody, ValidateQuery } from './schemas.js';

type Body = Upload | Static<typeof ValidateBody>;

export function addValidate(service: FastifyInstance, pool: Pool, limit: number): void {
  async function handler(request: FastifyRequest, reply: FastifyReply): Promise<object> {
    const body = request.body as Body;
    const { name, rules = true } = { ...(request.query as Static<typeof ValidateQuery>), ...(!isUpload(body) && body) };
    const input: TaskInput<'validate'> = {
      xml: isUpload(body) ? body.bytes : body.xml,
      ...(name !== undefined && { name }),
      ...(!rules && { noRules: true }),
    };
    const findings = await pool.run('validate', input, goneSignal(reply));
    const refused = findings.find(({ rule, severity }) => rule === 'doctype' && severity === 'error');
    if (refused) throw new Problem(422, `${refused.message} Remove it, and write its entities as characters.`);
    return { valid: !findings.some(({ severity }) => severity === 'error'), findings };
  }

  service.post('/validate', {
    preValidation: unifyBody(limit),
    schema: {
      operationId: 'validate',
      summary: 'Check TEI: well-formedness, grammar, house rules, links',
      description:
        'The document is the body, the field `document` of a form, or `xml` in JSON. Nothing outside of it is read: a DOCTYPE is refused, ' +
        'and grammars that the document names are not fetched.',
      tags: ['documents'],
      querystring: ValidateQuery,
      body: { content: { 'application/json': { schema: ValidateBody } } },
      response: { 200: json('What was found', 'Validation'), ...PROBLEMS },
    },
    handler,
  });
}
