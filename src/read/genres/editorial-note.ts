/** Editorial notes: the editor speaks, quotes, and cites; no opener and no signature. */

import type { Genre } from './genre.js';

export const EDITORIAL_NOTE: Genre = {
  name: 'editorial-note',
  title: /^\[?editorial note\b/i,
};
