/** Options of a conversion that the service takes: in the query, in the fields of a form, or beside the text in JSON. */

import type { ConvertOptions } from '../convert.js';

export type Settings = Pick<ConvertOptions, 'name' | 'volume' | 'doc' | 'format' | 'persons' | 'doubt' | 'pretty'>;
