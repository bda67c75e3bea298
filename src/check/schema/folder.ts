/** Where the built-in grammar lies. */

import { fileURLToPath } from 'node:url';

/** Its folder: `teigram.rnc` is the source, `teigram.rng`, `teigram.xsd` and `teigram.table.json` are derived. */
export const BUILTIN_SCHEMA = fileURLToPath(new URL('../../../schemas/teigram/', import.meta.url));
