/** Intelligence estimates: note, conclusions, discussion; section titles; numbered paragraphs throughout. */

import type { Genre } from './genre.js';

export const ESTIMATE: Genre = {
  name: 'estimate',
  title: /\bestimates?\b|intelligence (?:memorandum|note|report|appraisal|assessment)/i,
};
