/** Memoranda from one to another, or for the record: lists of to, from and subject; sections; tabs. */

import { sign } from '../constructs/sign.js';
import type { Genre } from './genre.js';

export const MEMORANDUM: Genre = {
  name: 'memorandum',
  title: /\bmemorand(?:um|a)\b/i,
  family: 'memo',
  signs: [
    sign(
      'recommend',
      /^(?:recommendations?|discussion|background|issue|conclusions?|comment|the problem|options?)\W*$/i,
      60,
    ),
    sign('approve', /^(?:approved?|disapproved?|yes|no|other|agree|disagree|concur|see me)\b[\s_:.—-]*\S{0,12}$/i, 60),
    sign('through', /^(?:through|thru|via|from|to|date|re|subject)\b ?:/i, 200),
  ],
};
