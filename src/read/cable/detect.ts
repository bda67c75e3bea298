/** Whether a text is an electronic cable as it was sent. */

import type { Source } from '../../source.js';
import type { Line } from '../chunks.js';
import { PAGE, TIME_GROUP } from './lines.js';

/** What a cable's head has, each worth one; edited telegrams print none of them in this form. */
const EVIDENCE: readonly RegExp[] = [
  TIME_GROUP,
  new RegExp(`${PAGE.source.slice(0, -1)}\\d{6}Z`),
  /^FM [A-Z]/,
  /^TO [A-Z]/,
  /^TAGS\s?:/,
  /^E\.? ?O\.? ?\d{5}/,
  /^(?:ACTION|ORIGIN) [A-Z]{1,6}-\d\d/,
];
const ENOUGH = 3;

/** A head is no longer than this. */
const HEAD = 60;
/** More of a line than this tells no more. */
const WIDE = 90;

/** So many of these tell a cable by themselves. */
const PLENTY = 4;

/** A date-time group or a page's running head, and two more of the kind; or four of any. */
export function isCable(source: Source, lines: readonly Line[]): boolean {
  const found = new Set<RegExp>();
  for (const line of lines.slice(0, HEAD)) {
    const text = source.text.slice(line.start, Math.min(line.end, line.start + WIDE));
    for (const pattern of EVIDENCE) if (pattern.test(text)) found.add(pattern);
    const telling = found.has(EVIDENCE[0]!) || found.has(EVIDENCE[1]!);
    if (found.size >= (telling ? ENOUGH : PLENTY)) return true;
  }
  return false;
}
