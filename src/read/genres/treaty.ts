/** Treaties and agreements: preamble, articles, signatures. */

import type { Genre } from './genre.js';

export const TREATY: Genre = {
  name: 'treaty',
  title:
    /^(?:draft |proposed )?(?:treaty|agreement|convention|protocol|declaration|charter|resolution|armistice|modus vivendi|exchange of notes)\b/i,
};
