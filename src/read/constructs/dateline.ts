/** Datelines: place, date and time; `[Received …]` on a line of its own. */

import { type Sign, sign } from './sign.js';

/** A month's name, or short for it. */
export const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';

export const DATELINE: readonly Sign[] = [
  sign('year', /\b1[89]\d\d\b/, 140),
  sign('month', new RegExp(`\\b${MONTH}\\b`), 140),
  sign('monthDayYear', new RegExp(`${MONTH} \\d{1,2}(?:[–/-]\\d{1,2})?,? ?(?:1[89]\\d\\d)`), 140),
  sign('dayMonthYear', new RegExp(`\\b\\d{1,2} ${MONTH},? (?:1[89])?\\d\\d`), 140),
  sign(
    'placeDate',
    new RegExp(`^[\\[(]?\\s?[\\p{Lu}][^,]{1,40}[,\\]]+ ?[^,]{0,20},? ?(?:${MONTH}|undated)`, 'iu'),
    140,
  ),
  sign('undated', /\b(?:undated|no date|not dated)\b|n\.d\./i, 140),
  sign('clock', /\b(?:a\. ?m\.|p\. ?m\.|noon|midnight|\d{4}Z|\d\d:\d\d|\d{4} hours)/i, 160),
  sign('received', /^\W*received\b/i, 80),
];
