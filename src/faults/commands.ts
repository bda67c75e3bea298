/** Real processes: teigram's commands and a Redis of our own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../cli/main.js', import.meta.url));

export interface Running {
  readonly process: ChildProcess;
  /** Exit code (null: by a signal) and what it said on standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

export function teigram(...args: string[]): Running {
  return started(process.execPath, [MAIN, ...args]);
}

/** On one core alone, where the system can do that: as if it had a machine of its own. */
export function teigramOn(core: number, ...args: string[]): Running {
  if (process.platform !== 'linux') return teigram(...args);
  return started('taskset', ['-c', String(core), process.execPath, MAIN, ...args]);
}

function started(command: string, args: readonly string[]): Running {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stderr }));
  return { process: child, ended };
}

/** Run to the end; throws where it ends otherwise than expected. */
export async function finished(running: Running, expected = 0): Promise<string> {
  const { code, stderr } = await running.ended;
  if (code !== expected) throw new Error(`exit code ${code}, not ${expected}:\n${stderr}`);
  return stderr;
}

export interface RedisServer {
  readonly url: string;
  start(): Promise<void>;
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** A Redis on this machine alone, that writes every command to disk, with `settings` as its command takes them; undefined where redis-server isn't installed. */
export async function redisServer(folder: string, ...settings: string[]): Promise<RedisServer | undefined> {
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--save',
    '',
    ...settings,
  ];
  let running: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    running = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const failed = once(running, 'error').then(([error]) => Promise.reject(error as Error));
    const ready = (async () => {
      for await (const text of running!.stdout!) if (String(text).includes('Ready to accept connections')) return;
      throw new Error('redis-server ended');
    })();
    await Promise.race([ready, failed]);
    running.stdout!.resume();
  };
  const server: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    start,
    async stop(signal) {
      const ended = once(running!, 'exit');
      running!.kill(signal);
      await ended;
    },
  };
  try {
    await start();
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Up to so many seconds. */
export const aWhile = (seconds: number): Promise<void> => wait(Math.random() * seconds * 1000);
