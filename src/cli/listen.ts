/** Listening, with what can go wrong in words. */

import type { FastifyInstance } from 'fastify';
import { CommandError } from './terminal.js';

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'this account may not listen there',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'no such host',
};

/** The address listened on. @throws CommandError */
export async function listen(service: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await service.listen({ host, port });
  } catch (error) {
    await service.close();
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (!reason) throw error;
    throw new CommandError(`${host}:${port}: ${reason}`, 'choose another with --port; 0 takes any that is free');
  }
}
