/** `POST /convert`. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import type { ListFile } from '../../authority/read.js';
import { documentOf } from '../../batch/document-id.js';
import { share } from '../../batch/shared.js';
import type { Outcome, TaskFailure } from '../../batch/task.js';
import { DEFAULT_FORMAT, FORMATS } from '../../write/formats.js';
import type { Pool } from '../pool.js';
import type { Settings } from '../settings.js';
import type { TaskInput } from '../worker.js';
import { named, PROBLEMS } from './answers.js';
import { isUpload, type Upload, unifyBody, wantsJson } from './body.js';
import { goneSignal } from './gone.js';
import { Problem } from './problem.js';
import { ConvertBody, ConvertQuery } from './schemas.js';

type Body = Upload | Static<typeof ConvertBody>;

const XML = /\.xml$/i;
const IS_XML = 'The document is XML already: /validate checks it, /text gives its text.';

const FAILED: Readonly<Record<TaskFailure['cause'], number>> = {
  input: 422,
  output: 500,
  disk: 500,
  bug: 500,
  poison: 500,
};

function outputOf({ failure, output }: Outcome): string {
  if (!failure) return output!;
  const status = failure.large ? 413 : FAILED[failure.cause];
  throw new Problem(status, failure.hint ? `${failure.message}; ${failure.hint}` : failure.message);
}

const sharedLists = (lists: readonly ListFile[]) => (lists.length > 0 ? { lists: share(lists) } : {});

/** Settings of the query or of a form's fields, and of JSON, whose other members are none. */
function settingsOf({ query, body }: FastifyRequest): Settings {
  if (isUpload(body)) return query as Settings;
  const { text: _, lists: __, ...settings } = body as Static<typeof ConvertBody>;
  return { ...(query as Settings), ...settings };
}

/** What the answer is where JSON with all that was found isn't accepted. */
const OUTPUTS = Object.fromEntries(
  Object.values(FORMATS).map(({ mediaType }) => [mediaType.replace(/;.*/, ''), { schema: { type: 'string' } }]),
);

export function addConvert(service: FastifyInstance, pool: Pool, limit: number): void {
  async function handler(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const body = request.body as Body;
    if (isUpload(body) && XML.test(body.name)) throw new Problem(415, IS_XML);
    const { name, volume, doc = isUpload(body) ? documentOf(body.name) : undefined, ...options } = settingsOf(request);
    const input: TaskInput<'convert'> = {
      document: {
        name: isUpload(body) ? body.name : (name ?? 'document.txt'),
        content: isUpload(body) ? body.bytes : body.text,
        ...(isUpload(body) && body.plain && { plain: true }),
        ...(volume !== undefined && { volume }),
        ...(doc !== undefined && { doc }),
      },
      options: { ...options, ...(isUpload(body) && body.encoding && { encoding: body.encoding }) },
      ...sharedLists(body.lists ?? []),
    };
    const outcome = await pool.run('convert', input, goneSignal(reply));
    const output = outputOf(outcome);
    const { context, encoding, diagnostics, findings, lists } = outcome;
    if (wantsJson(request)) return { output, document: context, encoding, diagnostics, lists, findings };
    return reply.type(FORMATS[options.format ?? DEFAULT_FORMAT].mediaType).send(output);
  }

  service.post('/convert', {
    preValidation: unifyBody(limit),
    schema: {
      operationId: 'convert',
      summary: 'Convert the text of one document to TEI',
      description:
        'The document is the body (plain text, HTML, .docx, .odt, .pdf), the field `document` of a form, or `text` in JSON; ' +
        'a volume’s lists are fields `lists` of the form, or `lists` in JSON. The answer is the TEI, or JSON with all that was found if that is accepted.',
      tags: ['documents'],
      querystring: ConvertQuery,
      body: { content: { 'application/json': { schema: ConvertBody } } },
      response: {
        200: {
          description: 'The TEI, or what came of the conversion',
          content: { ...OUTPUTS, 'application/json': { schema: named('Conversion') } },
        },
        ...PROBLEMS,
      },
    },
    handler,
  });
}
