/** Telegrams: precedence and classification, the telegram's own number before its text, a surname below. */

import type { Genre } from './genre.js';

export const TELEGRAM: Genre = {
  name: 'telegram',
  title: /\btelegram\b/i,
  opening: /: telegram|\[telegram[^\]]*\]/i,
};
