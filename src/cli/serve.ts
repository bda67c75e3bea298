/** `teigram serve`: conversion and checking for other programs. */

import { type Command, InvalidArgumentError } from 'commander';
import { MODELS } from './conversion-options.js';
import { port } from './review.js';

export interface ServeFlags {
  readonly host: string;
  readonly port: number;
  readonly token?: string;
  readonly workers?: number;
  readonly queue: number;
  readonly body: number;
  readonly time: number;
  readonly rate?: number;
  readonly log: boolean;
}

const EXAMPLES = `
Examples:
  teigram serve                                          a page to try at http://127.0.0.1:4290
  curl --data-binary @d38.txt -H 'content-type: text/plain' 'http://127.0.0.1:4290/convert?volume=frus1955-57v23p1'
  curl -F document=@d38.docx -F lists=@lists.xml -H 'accept: application/json' http://127.0.0.1:4290/convert
  curl --data-binary @d38.xml -H 'content-type: application/xml' http://127.0.0.1:4290/validate
  TEIGRAM_TOKEN=$(openssl rand -hex 16) teigram serve --host 0.0.0.0

/docs describes the interface, /openapi.json does for programs; /health, /ready and /metrics are for operators. Logs
are JSON lines on standard output. When it is ended (SIGTERM, Ctrl-C), requests under way are finished.`;

const positive =
  (what: string) =>
  (value: string): number => {
    const number = Number(value);
    if (!(number > 0) || !Number.isFinite(number)) throw new InvalidArgumentError(`It is a number ${what} above 0.`);
    return number;
  };

const count = (value: string): number => {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It is a number from 0.');
  return Number(value);
};

export function addServe(program: Command): void {
  program
    .command('serve')
    .summary('convert and validate for other programs, over HTTP')
    .description('Serve conversion, validation and rendering over HTTP, with a page to try them.')
    .option('--host <address>', 'address to listen on; any but a loopback one needs a token', '127.0.0.1')
    .option('--port <n>', 'port to listen on', port, 4290)
    .option('--token <secret>', 'token that clients must send, 16 characters or more (better: TEIGRAM_TOKEN)')
    .option('--workers <n>', 'worker threads (default: one a core)', positive('of threads'))
    .option('--queue <n>', 'documents that may wait for a worker; beyond that the answer is 503', count, 64)
    .option('--body <MB>', 'largest body of a request; beyond that the answer is 413', positive('of megabytes'), 8)
    .option(
      '--time <s>',
      'seconds in which a request must have come (408), and that a document may wait, and then take (503)',
      positive('of seconds'),
      30,
    )
    .option(
      '--rate <n>',
      'requests a minute from one address, 0: any number; beyond that the answer is 429 (default: 0 on loopback, else 600)',
      count,
    )
    .option(...MODELS)
    .option('--no-log', 'do not log requests')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: ServeFlags) => {
      const { runServe } = await import('./run-serve.js');
      await runServe(flags);
    });
}
