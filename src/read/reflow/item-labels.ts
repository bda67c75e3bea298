/** What items of lists and notes begin with: labels, dashes, bullets. */

import { SUPERSCRIPTS } from '../../text/superscripts.js';
import { SET_OFF_LABELS } from '../notes/label-styles.js';
import { follows } from '../notes/labels.js';

const LISTED = String.raw`\(?(?:\d{1,3}[A-Za-z]?|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4})[.)]\s|\[(?:\d{1,3}|[*†‡])\]\s|[-–•▪]\s|\d{1,3}\s+\p{Lu}|[*†‡§¶‖${SUPERSCRIPTS}]`;
const NOTED = String.raw`(?:[Ff]oot)?[Nn]ote \d{1,3}[.:]\s|\d{1,3}:\s\p{Lu}|${SET_OFF_LABELS}`;
/** `2. `, `(a)`, `3)`, `†`, `- `, `Note 2: `, `[^2]: `: what begins an item of a list, or a note. */
export const LABEL = new RegExp(`^(?:${LISTED}|${NOTED})`, 'u');

/** What stands in no sentence, as a dash does. */
export const BULLET = /^[•▪]\s/;

/** Two labels of one kind are the same but for these. */
const COUNTED = /\d+|\p{L}+/gu;

/** Whether two lines open with the same bullet, or with a label and one of its kind that can come next. */
export function opensAlike(before: string, after: string): boolean {
  const [a, b] = [LABEL.exec(before)?.[0], LABEL.exec(after)?.[0]];
  if (a === undefined || b === undefined || a.replace(COUNTED, '1') !== b.replace(COUNTED, '1')) return false;
  return follows(a.replace(/^\W/, ''), b.replace(/^\W/, ''));
}
