/** Circular telegrams: to several posts, listed at the end or in a note. */

import { sign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const CIRCULAR_TELEGRAM: Genre = {
  name: 'circular-telegram',
  title:
    /^(?:draft )?circular (?:telegram|airgram|instruction)|\bto (?:certain|all) (?:american )?(?:diplomatic|posts|missions|consular)/i,
  opening: /: circular (?:telegram|airgram)/i,
  family: 'telegram',
  signs: [
    sign('sentTo', /^(?:sent|repeated|info|pouched)\b.*\bto\b/i, 400),
    sign('posts', /^(?:am)?(?:embassy|legation|consul)\w*\b/i, 120),
  ],
};
