/** Minutes and records of meetings: who was present, what each said, decisions. */

import type { Genre } from './genre.js';

export const MINUTES: Genre = {
  name: 'minutes',
  title:
    /^(?:\w+ ){0,4}(?:minutes|record|notes?|summary|proceedings|memorandum) (?:of|on|for) (?:(?:the|a|an) )?(?:[\w–’.-]+ ){0,8}(?:meetings?|discussions?|conferences?|sessions?|actions?|conclusions)\b|^(?:\w+ ){0,2}minutes\b|\bmeeting of\b/i,
};
