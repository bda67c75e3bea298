/** Diplomatic notes and aide-mémoires: compliments, no signature or initials. */

import type { Genre } from './genre.js';

export const NOTE: Genre = {
  name: 'note',
  title: /^(?:draft )?(?:\w+ )?notes?\b|aide-m[ée]moire|pro-?memoria|note verbale/i,
};
