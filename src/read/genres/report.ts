/** Reports: titled sections, outlines, tables. */

import type { Genre } from './genre.js';

export const REPORT: Genre = {
  name: 'report',
  title: /\breports?\b/i,
};
