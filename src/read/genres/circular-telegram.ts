/** Circular telegrams: to several posts, listed at the end or in a note. */

import type { Genre } from './genre.js';

export const CIRCULAR_TELEGRAM: Genre = {
  name: 'circular-telegram',
  title:
    /^(?:draft )?circular (?:telegram|airgram|instruction)|\bto (?:certain|all) (?:american )?(?:diplomatic|posts|missions|consular)/i,
  opening: /: circular (?:telegram|airgram)/i,
};
