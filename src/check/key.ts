/** What a finding is known by from run to run: its rule, its words and the text it is about, not its line. */

import { createHash } from 'node:crypto';
import { oneLine } from '../text/one-line.js';
import type { Finding } from './finding.js';

/** Characters of the file on either side that belong to the key; a tag ends them, so that what happens behind it doesn't matter. */
const AROUND = 24;

/** 16 hexadecimal digits; the same for the same fault in the same surroundings, wherever these have moved. */
export function keyOf(finding: Finding, text: string): string {
  const { rule, message, offset = 0, endOffset = offset } = finding;
  const end = Math.min(endOffset, offset + 200);
  const before = text.slice(Math.max(0, offset - AROUND), offset).match(/[^<>]*$/)![0];
  const behind = text.slice(end, end + AROUND).match(/^[^<>]*/)![0];
  const place = oneLine(before + text.slice(offset, end) + behind);
  return createHash('sha1').update(`${rule}\0${message}\0${place}`).digest('hex').slice(0, 16);
}
