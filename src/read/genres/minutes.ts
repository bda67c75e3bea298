/** Minutes and records of meetings: who was present, what each said, decisions. */

import { sign, startSign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const MINUTES: Genre = {
  name: 'minutes',
  title:
    /^(?:\w+ ){0,4}(?:minutes|record|notes?|summary|proceedings|memorandum) (?:of|on|for) (?:(?:the|a|an) )?(?:[\w–’.-]+ ){0,8}(?:meetings?|discussions?|conferences?|sessions?|actions?|conclusions)\b|^(?:\w+ ){0,2}minutes\b|\bmeeting of\b/i,
  family: 'talk',
  signs: [
    startSign(
      'speaker',
      /^(?:(?:Mr|Mrs|Dr|Gen|Adm|Col|Sir|Lord|M|Secretary|Under Secretary|Ambassador|Minister|General|Admiral|The|President|Senator|Governor|Chairman)\b\.? ?){1,3}[\p{Lu}]?[\p{L}’'-]*(?: \([^)]*\))?[:.—]/u,
    ),
    startSign('action', /^(?:action|decision|agreed|conclusions?|the (?:council|committee|meeting|group))\b/i),
    sign('item', /^\d+\. [\p{Lu}]/u, 140),
  ],
};
