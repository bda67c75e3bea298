/** How soon the review page shows its first view of many documents, in Debian's chromium: by the clock, for nobody waits by another. */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { addressOf } from '../load/processes.js';
import type { Telegram } from './telegrams.js';

const MAIN = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const CHROMIUM = '/usr/bin/chromium';
const ROUNDS = 3;

export interface FirstView {
  /** Milliseconds from the command to the address, and, median of some visits, from the address to the list with its first documents. */
  readonly start: number;
  readonly view: number;
  /** The same for a page that says one word. */
  readonly empty: number;
}

/** Undefined where there is no chromium. */
export async function firstView(texts: readonly Telegram[], documents: number): Promise<FirstView | undefined> {
  if (!existsSync(CHROMIUM)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'teigram-bench-'));
  for (let i = 0; i < documents; i++) {
    const volume = join(folder, `frus1955-57v${String(i % 20).padStart(2, '0')}`);
    if (i < 20) mkdirSync(volume);
    writeFileSync(join(volume, `d${i}.txt`), texts[i % texts.length]!.text);
  }
  const begun = performance.now();
  const server = spawn(process.execPath, [MAIN, 'review', folder, '--no-open', '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const url = await addressOf(server);
    server.stderr!.resume();
    const start = performance.now() - begun;
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    /** Median of visits in new tabs. */
    const visits = async (address: string, shown: string): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const page = await browser.newPage();
        const from = performance.now();
        await page.goto(address, { waitUntil: 'commit' });
        await page.waitForSelector(shown);
        times.push(performance.now() - from);
        await page.close();
      }
      return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
    };
    const empty = await visits('data:text/html,<p>word</p>', 'p');
    const view = await visits(url, '.doc .t:not(:has-text("…"))');
    await browser.close();
    return { start, view, empty };
  } finally {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  }
}
