/** Reports: titled sections, outlines, tables. */

import { sign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const REPORT: Genre = {
  name: 'report',
  title: /\breports?\b/i,
  family: 'paper',
  signs: [
    sign('part', /^(?:part|section|chapter|appendix|annex|table)\b/i, 100),
    sign('outline', /^(?:[IVX]{1,5}|[A-Z])\. /, 160),
  ],
};
