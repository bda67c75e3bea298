/** Numbered documents of somebody else: they are no references. */

import type { Locator } from './grammar.js';

/** Documents that other bodies number: `Security Council Document 12`, `Fed. Reg. Doc. 57–1526`. */
const OTHERS = /\b(?:Council|Assembly|Senate|House|Congress(?:ional)?|Commission|U\.?N\.?|Reg\.?) $/;
/** `Document 4 of the briefing book`. */
const OF_ANOTHER = /^ (?:of|in|from) (?:the|his|her|their|a|an) (?!(?:present |same )?(?:volume|compilation)\b)\p{Ll}/u;

/** Whether the documents that a text counts are another body's. */
export function areOthers(text: string, list: readonly Locator[], end: number): boolean {
  const [first] = list;
  if (first?.of !== 'document') return false;
  return (
    OTHERS.test(text.slice(Math.max(0, first.start - 15), first.start)) || OF_ANOTHER.test(text.slice(end, end + 60))
  );
}
