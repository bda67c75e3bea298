/** Despatches: number, salutation, `I have the honor`, enclosures. */

import type { Genre } from './genre.js';

export const DESPATCH: Genre = {
  name: 'despatch',
  title: /^(?:dispatch|despatch|instruction)\b/i,
  opening: /: (?:despatch|instruction)/i,
};
