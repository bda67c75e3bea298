/** Who may ask: on loopback anybody of this machine, but no web page of another site; elsewhere whoever has the token. */

import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

export const isLoopback = (host: string): boolean => LOOPBACK.test(host.replace(/^\[|\]$/g, ''));

const hash = (value: string): Buffer => createHash('sha256').update(value).digest();

/** Names of hosts without their port. */
const hostname = (host: string | undefined): string => (host ?? '').replace(/:\d+$/, '').toLowerCase();

/** A page elsewhere may have its own name point here (DNS rebinding), or post here without reading the answer. */
function refuseOtherSites(request: FastifyRequest, loopback: boolean): void {
  const host = hostname(request.headers.host);
  if (loopback && !isLoopback(host))
    throw new Problem(421, 'This service answers by its loopback name only; a proxy before it must send that as Host.');
  const { origin } = request.headers;
  if (
    origin !== undefined &&
    origin !== 'null' &&
    URL.canParse(origin) &&
    new URL(origin).host === request.headers.host
  )
    return;
  // A proxy may give us a host of its own making; what the browser says of the page's address no page can forge.
  if (request.headers['sec-fetch-site'] === 'same-origin') return;
  if (origin !== undefined) throw new Problem(403, 'Pages of other sites may not use this service.');
}

export interface Access {
  /** The address that is listened on. */
  readonly host: string;
  readonly token?: string;
  /** Paths that need no token. */
  readonly open: (path: string) => boolean;
}

/** @throws Problem in the request: 401, 403, 421 */
export function guard(service: FastifyInstance, { host, token, open }: Access): void {
  const loopback = isLoopback(host);
  if (!loopback && token === undefined) throw new Error(`a token is needed to listen on ${host}`);
  if (isIP(host.replace(/^\[|\]$/g, '')) === 0 && !loopback && host !== '')
    service.log.info({ host }, 'listening by name');
  const expected = token === undefined ? undefined : hash(token);
  service.addHook('onRequest', async (request) => {
    refuseOtherSites(request, loopback);
    if (!expected || open(request.url.split('?')[0]!)) return;
    const given = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(hash(given), expected)) return;
    throw new Problem(401, 'A token is needed: Authorization: Bearer …', { 'www-authenticate': 'Bearer' });
  });
}
