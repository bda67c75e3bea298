/** Files of the package itself: models, schemas, pages, threads. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder of the package that no program has where it bundles teigram. */
const OWN = 'schemas/teigram';

/**
 * The package's root. Looked for upwards: a module may be run from its source, its own file in `dist`, or a bundle of ours.
 *
 * @throws Error where a bundler has put our code elsewhere
 */
function findRoot(): string {
  const module = fileURLToPath(import.meta.url);
  for (let folder = dirname(module); ; folder = dirname(folder)) {
    if (existsSync(join(folder, OWN))) return folder;
    if (folder === dirname(folder))
      throw new Error(
        `teigram reads files of its package (models, schemas), which are not beside its code in ${module}: leave teigram out of the bundle (esbuild: --external:teigram)`,
      );
  }
}

const ROOT = findRoot();

/** The path of a file or folder of the package, named from its root: `schemas/teigram`. */
export const packageFile = (name: string): string => join(ROOT, name);
