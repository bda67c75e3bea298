/** Treaties and agreements: preamble, articles, signatures. */

import { sign, startSign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const TREATY: Genre = {
  name: 'treaty',
  title:
    /^(?:draft |proposed )?(?:treaty|agreement|convention|protocol|declaration|charter|resolution|armistice|modus vivendi|exchange of notes)\b/i,
  family: 'treaty',
  signs: [
    sign('article', /^art(?:icle|\.)\s+(?:[IVXL]+|\d+|[A-Z])\b/i, 80),
    startSign('whereas', /^(?:whereas|desiring|considering|recognizing|having|resolved|in witness|done (?:at|in))\b/i),
  ],
};
