/** The version of this package. */

import { readFileSync } from 'node:fs';
import { packageFile } from './package-file.js';

const manifest = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string };

/** `1.2.3`, as package.json has it. */
export const VERSION = manifest.version;
