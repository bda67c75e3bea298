/** Errors as problem details (RFC 9457). */

import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type Refusal, TaskRefused } from '../pool.js';
import { TAKEN } from './media-types.js';

/** An answer that is no result: the client's doing, told in words. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly status: number,
    detail: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  499: 'Client Closed Request',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

const REFUSED: Readonly<Record<Refusal, Problem>> = {
  busy: new Problem(503, 'All workers are busy and the queue is full.', { 'retry-after': '1' }),
  closed: new Problem(503, 'The service is stopping.', { 'retry-after': '10' }),
  waited: new Problem(503, 'All workers are busy; the document waited as long as one may.', { 'retry-after': '5' }),
  late: new Problem(503, 'The document took longer than one document may take.'),
  // Nobody reads it but the log.
  gone: new Problem(499, 'The client has gone.'),
  memory: new Problem(413, 'The document needs more memory than one document may take.'),
};

/** Of a body, or a file of a form, with more bytes than are taken. */
const TOO_LARGE = ['FST_ERR_CTP_BODY_TOO_LARGE', 'FST_REQ_FILE_TOO_LARGE'];

const TYPES = `A body of that type isn't taken; these are: ${TAKEN.join(', ')}.`;

/** What can be told of an error; our own bugs are told nothing of but that they are. `limit`: bytes of a body. */
function problemOf(error: FastifyError | Error, limit: number): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TaskRefused) return REFUSED[error.reason];
  if (TOO_LARGE.includes((error as FastifyError).code))
    return new Problem(413, `The request has more than ${limit} bytes, the most that are taken.`);
  if ((error as FastifyError).code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem(415, TYPES);
  const status = (error as FastifyError).statusCode ?? 500;
  return new Problem(status, status < 500 ? error.message : 'This is a bug of teigram; the log has more.');
}

const detailsOf = ({ status, message: detail }: Problem): object => ({
  type: 'about:blank',
  title: TITLES[status] ?? 'Error',
  status,
  detail,
});

export function sendProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request.routeOptions.bodyLimit);
  const { status, message: detail, headers } = problem;
  if (status >= 500) request.log.error({ err: error }, detail);
  return reply.code(status).headers(headers).type('application/problem+json').send(detailsOf(problem));
}

/** What Node refuses before there is a request, by its code. */
const UNREAD: Readonly<Record<string, Problem>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Problem(408, 'The request did not come in time.'),
  HPE_HEADER_OVERFLOW: new Problem(431, 'The head of the request is too large.'),
};
const MALFORMED = new Problem(400, 'This is no request that HTTP knows.');

/** What connections were answered by other means than a reply to their request. */
const refused = new WeakMap<Socket, number>();

/** The status of a request whose connection closed before it had its answer. */
export const statusUnanswered = (socket: Socket): number => refused.get(socket) ?? REFUSED.gone.status;

/** It broke off, or ended within a request. */
const GONE: ReadonlySet<string | undefined> = new Set(['ECONNRESET', 'HPE_INVALID_EOF_STATE']);

/** Answer on a connection of which Node could make no request, and end it. */
export function refuseConnection({ code }: NodeJS.ErrnoException, socket: Socket): void {
  // Who has gone hears nothing.
  if (GONE.has(code) || !socket.writable) return void socket.destroy();
  const problem = UNREAD[code ?? ''] ?? MALFORMED;
  refused.set(socket, problem.status);
  const body = JSON.stringify(detailsOf(problem));
  const head = [
    `HTTP/1.1 ${problem.status} ${TITLES[problem.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
