/** Messages between heads of state and backchannel messages. */

import { startSign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const MESSAGE: Genre = {
  name: 'message',
  title: /\bmessage\b/i,
  family: 'letter',
  signs: [startSign('salutation', /^(?:my )?dear\b/i), startSign('quote', /^[“"]/)],
};
