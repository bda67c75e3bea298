/** Whether a port is one of Redis, asked before the client of Redis is let near it: what it can't parse may end the process. */

import { connect as connectPlain } from 'node:net';
import { connect as connectSecure } from 'node:tls';

const DEFAULT_PORT = 6379;
/** What a reply of Redis to a plain command begins with: `+PONG`, an error as `-NOAUTH`. Other servers greet first, or answer otherwise. */
const REPLY = /^[-+$]/;

/**
 * False where the server at `url` answers, but not as Redis does. True also where it can't be reached: why is for the client to tell.
 *
 * @throws an error with code ETIMEDOUT where it says nothing within `patience` milliseconds
 */
export async function mayBeRedis(url: string, patience: number): Promise<boolean> {
  const { protocol, hostname, port } = new URL(url);
  const where = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || DEFAULT_PORT };
  const socket = protocol === 'rediss:' ? connectSecure(where) : connectPlain(where);
  try {
    return await new Promise<boolean>((resolve, reject) => {
      socket.setTimeout(patience, () => reject(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })));
      socket.once('error', () => resolve(true));
      socket.once('close', () => resolve(true));
      socket.once('data', (reply: Buffer) => resolve(REPLY.test(reply.toString('latin1'))));
      socket.write('PING\r\n');
    });
  } finally {
    socket.destroy();
  }
}
