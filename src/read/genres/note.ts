/** Diplomatic notes and aide-mémoires: compliments, no signature or initials. */

import { startSign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const NOTE: Genre = {
  name: 'note',
  title: /^(?:draft )?(?:\w+ )?notes?\b|aide-m[ée]moire|pro-?memoria|note verbale/i,
  family: 'letter',
  signs: [
    startSign('compliments', /\bpresents (?:his|its|her) compliments\b/i),
    startSign('avail', /\bavails? (?:himself|itself|herself|myself)\b/i),
  ],
};
