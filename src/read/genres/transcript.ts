/** Transcripts of talk by telephone, teletype or tape: a speaker's letter or name before each line. */

import { sign, startSign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const TRANSCRIPT: Genre = {
  name: 'transcript',
  title: /transcript|^telephone (?:call|conversation)|^tape\b|teletype/i,
  family: 'talk',
  signs: [
    startSign('letter', /^[A-Z]{1,2}:\s/),
    startSign('speaker', /^[\p{Lu}][\p{L}’'. -]{1,24}:\s/u),
    sign('aside', /^[[(][^\])]*[\])]\.?$/, 120),
  ],
};
