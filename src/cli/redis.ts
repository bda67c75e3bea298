/** Redis as commands see it. */

import { CommandError, environment, err } from './terminal.js';

/** Where a password may be that is not in the address: addresses show in lists of processes. */
const PASSWORD = 'TEIGRAM_REDIS_PASSWORD';

/** What Redis answers, what it means, and what to do. */
const ANSWERS: readonly (readonly [RegExp, what: string, todo: string])[] = [
  [/\bOOM command not allowed/, 'Redis is full', 'raise its maxmemory, or share a folder instead of --inline'],
  [/^(?:NOAUTH|WRONGPASS)|invalid password/, 'Redis asks for a password, or for another', `set ${PASSWORD}`],
  [/DB index is out of range/, 'Redis has no such database', 'name another number, or none'],
];

/** Why there is no Redis at an address, by the system's code or else by the message, and what to do. */
const UNMET: readonly (readonly [RegExp, todo: string])[] = [
  [/ECONNREFUSED/, 'start it: redis-server --appendonly yes'],
  [/ENOTFOUND|EAI_AGAIN/, 'check the name of the host'],
  [/ALTNAME|EXPIRED|NOT_YET/, 'its certificate is for another host, or for another time'],
  [/CERT|VERIFY/, 'its certificate is not trusted: name the file of who signed it in NODE_EXTRA_CA_CERTS'],
  [/./, 'is it the port of a Redis? One with TLS is rediss://host:port, one without redis://host:port'],
];

/** The first version that has all commands that queues need. */
const OLDEST = 5;

/** An address with its password hidden. */
export const masked = (url: string): string => url.replace(/^(\w+:\/\/[^:@/]*):.*@/, '$1:***@');

/** What to say of an answer of Redis that is an error; undefined for any other error. */
function answered(error: Error): { readonly what: string; readonly todo?: string } | undefined {
  if (error.name !== 'ReplyError') return undefined;
  // A transaction that is refused tells why below.
  const { previousErrors = [] } = error as { previousErrors?: readonly Error[] };
  const messages = [error, ...previousErrors].map(({ message }) => message);
  const known = ANSWERS.find(([pattern]) => messages.some((message) => pattern.test(message)));
  return known ? { what: known[1], todo: known[2] } : { what: messages[0]!.split('\n')[0]! };
}

/** @throws what is no answer of Redis */
export function redisError(url: string, error: unknown): CommandError {
  const answer = error instanceof Error ? answered(error) : undefined;
  if (!answer) throw error;
  return new CommandError(`${masked(url)}: ${answer.what}`, answer.todo);
}

/**
 * The address to connect to, its password from the environment where it has none.
 *
 * @throws CommandError where there is no Redis at this address now, it is too old, or refuses us
 */
export async function reachable(address: string): Promise<string> {
  if (!/^rediss?:\/\//.test(address) || !URL.canParse(address))
    throw new CommandError(`--queue ${masked(address)}: not redis://host:port`);
  const { pathname, searchParams } = new URL(address);
  // The path wins where both name one.
  if (!/^\d*$/.test(pathname.slice(1) || (searchParams.get('db') ?? '')))
    throw new CommandError(
      `--queue ${masked(address)}: a database of Redis has a number`,
      'redis://host:port/2 say, or none',
    );
  const url = withPassword(address);
  const version = await versionThere(url);
  if (version !== undefined && Number.parseInt(version, 10) < OLDEST)
    throw new CommandError(`${masked(url)}: Redis ${version} is too old`, `${OLDEST}.0 or newer is needed`);
  return url;
}

/** @throws CommandError */
async function versionThere(url: string): Promise<string | undefined> {
  const { versionAt } = await import('../queue/connection.js');
  try {
    return await versionAt(url);
  } catch (error) {
    const { code, message, name } = error as NodeJS.ErrnoException;
    if (name === 'ReplyError') throw redisError(url, error);
    const why = name === 'ParserError' ? 'it answers, but not as Redis does' : (code ?? message);
    throw new CommandError(`${masked(url)}: ${why}`, UNMET.find(([pattern]) => pattern.test(why))![1]);
  }
}

function withPassword(address: string): string {
  const password = environment(PASSWORD);
  const url = new URL(address);
  if (password === undefined || url.password !== '') return address;
  url.password = encodeURIComponent(password);
  return url.href;
}

/** Milliseconds in which an error is told once. */
const OFTEN = 30_000;

/** A listener that tells now and then that a connection is lost, or what Redis refuses; both may mend by themselves. */
export function awayFrom(url: string): (error: Error) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (performance.now() - told < OFTEN) return;
    told = performance.now();
    const { what, todo } = answered(error) ?? { what: (error as NodeJS.ErrnoException).code ?? error.message };
    err(`teigram: ${masked(url)}: ${what}; ${todo ? `${todo}; ` : ''}waiting for it to come back`);
  };
}
