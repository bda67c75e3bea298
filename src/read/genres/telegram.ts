/** Telegrams: precedence and classification, the telegram's own number before its text, a surname below. */

import { sign, startSign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const TELEGRAM: Genre = {
  name: 'telegram',
  title: /\btelegram\b/i,
  opening: /: telegram|\[telegram[^\]]*\]/i,
  family: 'telegram',
  signs: [
    startSign('ownNumber', /^\d{1,5}\. /),
    sign('repeated', /^(?:sent|repeated|department (?:please )?pass|repeat(?:ed)? to|info)\b/i, 200),
    sign('section', /^\(?(?:section|part) \w+ of \w+\)?/i, 60),
  ],
};
