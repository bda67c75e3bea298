/** Messages between heads of state and backchannel messages. */

import type { Genre } from './genre.js';

export const MESSAGE: Genre = {
  name: 'message',
  title: /\bmessage\b/i,
};
