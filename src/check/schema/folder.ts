/** Where the built-in grammar lies. */

import { packageFile } from '../../package-file.js';

/** Its folder: `teigram.rnc` is the source, `teigram.rng`, `teigram.xsd` and `teigram.table.json` are derived. */
export const BUILTIN_SCHEMA = packageFile('schemas/teigram/');
