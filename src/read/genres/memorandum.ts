/** Memoranda from one to another, or for the record: lists of to, from and subject; sections; tabs. */

import type { Genre } from './genre.js';

export const MEMORANDUM: Genre = {
  name: 'memorandum',
  title: /\bmemorand(?:um|a)\b/i,
};
