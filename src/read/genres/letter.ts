/** Letters: salutation, complimentary close, signature with titles, postscript. */

import type { Genre } from './genre.js';

export const LETTER: Genre = {
  name: 'letter',
  title: /^(?:draft |personal )?letter\b/i,
};
