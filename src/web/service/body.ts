/** Bodies of requests, of whatever type, as one shape. */

import { basename } from 'node:path';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import type { ListFile } from '../../authority/read.js';
import { decode, knowsEncoding } from '../../batch/decode.js';
import { FILES } from './media-types.js';
import { Problem } from './problem.js';

/** A document as it came, with the lists beside it. */
export interface Upload {
  readonly bytes: Uint8Array;
  /** A name by which its format is told. */
  readonly name: string;
  readonly lists: readonly ListFile[];
  /** The encoding that the type of the body names. */
  readonly encoding?: string;
  /** The type of the body says that it is plain text. */
  readonly plain?: true;
}

/** Take files of these types as bytes: their encoding is found out where they are read, if the type doesn't name it. */
export function acceptFiles(service: FastifyInstance): void {
  service.addHook('onRequest', async ({ headers }) => {
    const packed = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
    if (packed !== 'identity')
      throw new Problem(415, `Bodies are taken unpacked, not as ${packed}.`, { 'accept-encoding': 'identity' });
  });
  service.removeContentTypeParser('text/plain');
  service.addContentTypeParser(Object.keys(FILES), { parseAs: 'buffer' }, async (_: unknown, body: Buffer) => body);
}

const typeOf = (request: FastifyRequest): string =>
  (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();

/** The encoding that a plain text's type names. @throws Problem where nobody knows it */
function charsetOf(request: FastifyRequest): string | undefined {
  if (typeOf(request) !== 'text/plain') return undefined;
  const [, charset] = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type']!) ?? [];
  if (charset !== undefined && !knowsEncoding(charset)) throw new Problem(415, `The charset ${charset} is not known.`);
  return charset;
}

/** The parts of a form. @throws Problem where it is none */
async function* partsOf(request: FastifyRequest): ReturnType<FastifyRequest['parts']> {
  try {
    yield* request.parts();
  } catch (error) {
    // Those of the plugin itself have a status; the parser's, of a missing boundary say, have none.
    if ((error as FastifyError).statusCode !== undefined) throw error;
    throw new Problem(400, `The form can't be read: ${(error as Error).message}.`);
  }
}

/** The name of a body, with an ending as its type has it. */
function nameOf(request: FastifyRequest): string {
  const { name = 'document' } = request.query as { name?: string };
  const endings = FILES[typeOf(request)]!;
  const isNamed = endings.some((ending) => name.toLowerCase().endsWith(ending));
  return isNamed ? basename(name) : `${basename(name)}${endings[0]}`;
}

/** The names of fields of a form that hold files. */
const DOCUMENT = 'document';
const LISTS = 'lists';

/** Whether a part of a form holds a file, also one that was sent without its name: its bytes are kept, whatever their encoding. */
export const holdsFile = (field: string | undefined, type: string | undefined, file: string | undefined): boolean =>
  field === DOCUMENT || field === LISTS || file !== undefined || type === 'application/octet-stream';

/** Bytes of a form's files, all together at most `limit`. */
async function readForm(
  request: FastifyRequest,
  limit: number,
): Promise<{ upload: Upload; fields: Record<string, string> }> {
  const lists: ListFile[] = [];
  const fields: Record<string, string> = {};
  let document: { bytes: Uint8Array; name: string } | undefined;
  let total = 0;
  for await (const part of partsOf(request)) {
    if (part.type === 'field') {
      if (Object.hasOwn(fields, part.fieldname)) throw new Problem(400, `The field ${part.fieldname} comes twice.`);
      fields[part.fieldname] = String(part.value);
      continue;
    }
    const bytes = await part.toBuffer();
    total += bytes.length;
    if (total > limit) throw new Problem(413, `All parts together have more than ${limit} bytes.`);
    const name = basename(part.filename ?? `${part.fieldname}.txt`);
    if (part.fieldname === LISTS) lists.push({ name, text: decode(bytes).text });
    else if (part.fieldname === DOCUMENT && !document) document = { bytes, name };
    else throw new Problem(400, `The field ${part.fieldname} is not expected, or comes twice.`);
  }
  if (!document) throw new Problem(400, `The form has no field “${DOCUMENT}”.`);
  return { upload: { ...document, lists }, fields };
}

/**
 * Before validation: a file or a form becomes an {@link Upload} and its fields become the query; JSON stays as it is.
 *
 * @throws Problem
 */
export function unifyBody(limit: number) {
  return async (request: FastifyRequest): Promise<void> => {
    if (request.isMultipart()) {
      const { upload, fields } = await readForm(request, limit);
      request.query = { ...(request.query as object), ...fields };
      request.body = upload;
    } else if (Buffer.isBuffer(request.body)) {
      const encoding = charsetOf(request);
      request.body = {
        bytes: request.body,
        name: nameOf(request),
        lists: [],
        ...(typeOf(request) === 'text/plain' && { plain: true }),
        ...(encoding !== undefined && { encoding }),
      } satisfies Upload;
    } else if (request.body === undefined || request.body === null) {
      throw new Problem(400, 'The request has no body.');
    }
  };
}

/** Whether a body came as a file or a form. */
export const isUpload = (body: unknown): body is Upload =>
  typeof body === 'object' && body !== null && (body as Upload).bytes instanceof Uint8Array;

/** The weights that `Accept` gives types (RFC 9110, 12.5.1); 0: not this one. */
function weightsOf(accept: string): ReadonlyMap<string, number> {
  const ranges = accept.toLowerCase().split(',');
  return new Map(
    ranges.map((range) => {
      const [type, ...parameters] = range.split(';').map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [type!, weight === undefined ? 1 : Number(weight.slice(2))];
    }),
  );
}

const JSON_TYPE = 'application/json';
const XML_TYPE = 'application/xml';

/** Whether the client wants JSON rather than the bare output; where it prefers neither, it gets what it names, else what it sent. */
export function wantsJson(request: FastifyRequest): boolean {
  const weights = weightsOf(request.headers.accept ?? '*/*');
  const weight = (type: string): number => weights.get(type) ?? weights.get('application/*') ?? weights.get('*/*') ?? 0;
  const [json, xml] = [weight(JSON_TYPE), weight(XML_TYPE)];
  if (json !== xml) return json > xml;
  return json > 0 && (weights.has(JSON_TYPE) || (!weights.has(XML_TYPE) && typeOf(request) === JSON_TYPE));
}
