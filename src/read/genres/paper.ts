/** Papers, studies, statements of policy, drafts: titled sections and outlines. */

import { sign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const PAPER: Genre = {
  name: 'paper',
  title:
    /\b(?:paper|study|studies|statement of policy|policy|draft|program|plan|outline|summary|guidelines?|talking points|diary|extract|list|agenda|analysis|briefing)\b/i,
  family: 'paper',
  signs: [
    sign(
      'part',
      /^(?:part|section|chapter|appendix|annex|the problem|conclusions?|background|objectives?|discussion)\b/i,
      100,
    ),
    sign('outline', /^(?:[IVX]{1,5}|[A-Z])\. /, 160),
  ],
};
