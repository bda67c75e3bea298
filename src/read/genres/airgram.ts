/** Airgrams: a telegram's form, sent by pouch; subject and references as lists. */

import type { Genre } from './genre.js';

export const AIRGRAM: Genre = {
  name: 'airgram',
  title: /^(?:joint )?airgram\b/i,
  opening: /: airgram/i,
};
