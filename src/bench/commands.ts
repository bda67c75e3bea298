/** Our own command as a process of its own, with what it used, all its threads together. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cost } from './clock.js';

const MAIN = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const USAGE = new URL('./usage.js', import.meta.url).href;

export interface Used extends Cost {
  /** Bytes of memory at its peak. */
  readonly memory: number;
}

/** Run `teigram` to its end. @throws where it fails */
export async function used(...args: string[]): Promise<Used> {
  const folder = mkdtempSync(join(tmpdir(), 'teigram-usage-'));
  const usage = join(folder, 'usage.json');
  try {
    const begun = performance.now();
    const child = spawn(process.execPath, ['--import', USAGE, MAIN, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, TEIGRAM_USAGE: usage },
    });
    const [code] = await once(child, 'exit');
    const elapsed = (performance.now() - begun) / 1000;
    // 1: findings.
    if (code !== 0 && code !== 1) throw new Error(`teigram ${args.join(' ')}: exit code ${code}`);
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, 'utf8')) as NodeJS.ResourceUsage;
    return { elapsed, processor: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS * 1024 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
