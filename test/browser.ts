/** Debian's chromium for tests that look at pages. It asks nobody but the page's own server. */

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The program, if there is one. */
export const CHROMIUM = PATHS.find((path) => existsSync(path));

if (!CHROMIUM) console.warn('skipped: tests in a browser (Debian: apt-get install chromium)');

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
