/** Papers, studies, statements of policy, drafts: titled sections and outlines. */

import type { Genre } from './genre.js';

export const PAPER: Genre = {
  name: 'paper',
  title:
    /\b(?:paper|study|studies|statement of policy|policy|draft|program|plan|outline|summary|guidelines?|talking points|diary|extract|list|agenda|analysis|briefing)\b/i,
};
