/** Intelligence estimates: note, conclusions, discussion; section titles; numbered paragraphs throughout. */

import { sign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const ESTIMATE: Genre = {
  name: 'estimate',
  title: /\bestimates?\b|intelligence (?:memorandum|note|report|appraisal|assessment)/i,
  family: 'paper',
  signs: [
    sign(
      'part',
      /^(?:the problem|conclusions?|discussion|key judgments|principal judgments|note|summary|precis|annex|estimate|introduction)\b\W*$/i,
      60,
    ),
    sign('outline', /^(?:[IVX]{1,5}|[A-Z])\. /, 160),
    sign('agencies', /^(?:the following|concurred|submitted|prepared)\b/i, 400),
  ],
};
