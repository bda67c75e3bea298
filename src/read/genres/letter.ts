/** Letters: salutation, complimentary close, signature with titles, postscript. */

import { sign, startSign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const LETTER: Genre = {
  name: 'letter',
  title: /^(?:draft |personal )?letter\b/i,
  family: 'letter',
  signs: [
    sign(
      'close',
      /^(?:(?:very |most )?(?:sincerely|respectfully|faithfully|truly|cordially)|with (?:warm|kind|best|every)|believe me|i (?:am|remain)|accept,? (?:sir|excellency))\b/i,
      200,
    ),
    startSign('salutation', /^(?:my )?dear\b|^(?:your )?excellency|^sir:/i),
  ],
};
