/** Memoranda of conversation: subject, participants by side, place and time; what each said. */

import type { Genre } from './genre.js';

export const CONVERSATION: Genre = {
  name: 'conversation',
  title:
    /memorand(?:um|a) of (?:(?:a|the) )?(?:substance of )?(?:(?:a|the) )?(?:\w+ )?(?:telephone )?conversations?\b|^(?:draft )?memcon\b|conversation between|^conversation among/i,
};
