/** Files of the package itself: models, schemas, pages, threads. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. Looked for upwards: a module may be run from its source, its own file in `dist`, or a bundle. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

const ROOT = findRoot();

/** The path of a file or folder of the package, named from its root: `schemas/teigram`. */
export const packageFile = (name: string): string => join(ROOT, name);
