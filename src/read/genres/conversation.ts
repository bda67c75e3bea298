/** Memoranda of conversation: subject, participants by side, place and time; what each said. */

import { sign, startSign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const CONVERSATION: Genre = {
  name: 'conversation',
  title:
    /memorand(?:um|a) of (?:(?:a|the) )?(?:substance of )?(?:(?:a|the) )?(?:\w+ )?(?:telephone )?conversations?\b|^(?:draft )?memcon\b|conversation between|^conversation among/i,
  family: 'talk',
  signs: [
    sign(
      'side',
      /^(?:(?:the )?(?:US|U\.S\.|United States|UK|British|French|Soviet|German|Foreign)|for the)\b[^.]{0,40}:?$/i,
      80,
    ),
    startSign('said', /\b(?:said|replied|asked|stated|remarked)\b/i),
    sign('copies', /^copies? to|^cc:/i, 80),
  ],
};
