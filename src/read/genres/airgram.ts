/** Airgrams: a telegram's form, sent by pouch; subject and references as lists. */

import { sign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const AIRGRAM: Genre = {
  name: 'airgram',
  title: /^(?:joint )?airgram\b/i,
  opening: /: airgram/i,
  family: 'telegram',
  signs: [sign('serial', /^(?:No\. )?[A-Z]{1,3}[–-]\d+\b/, 60)],
};
