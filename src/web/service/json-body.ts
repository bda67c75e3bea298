/** Bodies in JSON: UTF-8, as JSON is; what is wrong is told with its place. */

import type { FastifyInstance } from 'fastify';
import { firstNotUtf8 } from '../../check/bad-bytes.js';
import { wordsOfJsonFault } from '../../json-fault.js';
import { Problem } from './problem.js';

/** Characters in which a fault is looked for; in more it takes its time, while others wait. */
const LOOKED_AT = 1_000_000;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** A byte order mark is left out. @throws Problem */
function textOf(bytes: Buffer): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    const { byte } = firstNotUtf8(bytes, bytes.toString('utf8'));
    const shown = `0x${bytes[byte]!.toString(16).toUpperCase()}`;
    throw new Problem(400, `The body is not UTF-8, as JSON is: byte ${shown} at byte offset ${byte}.`);
  }
}

export function acceptJson(service: FastifyInstance): void {
  service.removeContentTypeParser('application/json');
  const parse = service.getDefaultJsonParser('error', 'error');
  service.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    const json = textOf(bytes);
    parse(request, json, (error, value) => {
      const fault = error && json !== '' && json.length <= LOOKED_AT ? wordsOfJsonFault(json) : undefined;
      done(fault === undefined ? error : new Problem(400, `The body is not JSON: ${fault}.`), value);
    });
  });
}
