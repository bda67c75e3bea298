/** Transcripts of talk by telephone, teletype or tape: a speaker's letter or name before each line. */

import type { Genre } from './genre.js';

export const TRANSCRIPT: Genre = {
  name: 'transcript',
  title: /transcript|^telephone (?:call|conversation)|^tape\b|teletype/i,
};
