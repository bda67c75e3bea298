/** Where the head of a cable has its joints: the end of the addresses, and its own. */

import { PAGE, TIME_GROUP } from '../../text/cable-head.js';
import { isMessageLine, OPENS_BODY, SUBJECT } from './lines.js';
import { fieldOf } from './part.js';

/** So many lines of captions stand above the order and the tags at most. */
const CAPTIONS = 12;

/** Where the addresses close, as the place of the line that says the classification; -1 where none does. */
export function addressesEnd(texts: readonly string[]): number {
  const sent = texts.findIndex((text) => TIME_GROUP.test(text));
  return sent < 0 ? -1 : texts.findIndex((text, i) => i > sent && isMessageLine(text));
}

/** Where the head ends at least: after its last line of order or tags. Longer captions than usual may stand above these. */
export function headEnd(texts: readonly string[], closing: number): number {
  let end = closing;
  for (let i = closing + 1; i < texts.length && i - end <= CAPTIONS; i++) {
    const text = texts[i]!;
    if (OPENS_BODY.test(text) || PAGE.test(text) || SUBJECT.test(text)) break;
    const field = fieldOf(text);
    if (field === 'order' || field === 'tags') end = i;
  }
  return end;
}
