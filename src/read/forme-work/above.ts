/** What copies have above the heading: stamps, the archive's lines on declassification, the head of a mail. */

import { type Source, textOf } from '../../source.js';
import { MARKED } from '../../text/marking.js';
import type { Line } from '../lines/chunks.js';
import { isExported, isFrontMatter, isRule } from './exported.js';
import { headingAt } from './heading.js';
import { isStamp } from './lines.js';

/** The heading is among so many lines. */
const TOP = 16;
/** Longer lines are text. */
const LONG = 100;
/** The archive's stamp. */
const DECLASSIFIED =
  /^(?:(?:DE|UN)CLASSIFIED|Declassified)\b|^(?:Authority|AUTHORITY|NND|E\.?O\.?|By|BY|NARA|Date|DATE|Reproduced at)\b[^.]{0,20}\b(?:NND|NARA|NLE|NLK|NLJ|E\.?O\.?|National Archives|\d{5,6})|^NND[ -]?\d+/;
/** `Subject: …`, a line of a mail's head, as a part of patterns. */
export const MAIL_FIELD = '(?:From|To|Cc|CC|Bcc|Subject|Date|Sent|Reply-To|Message-ID|Attachments?): ?\\S';
const FIELD = new RegExp(`^${MAIL_FIELD}`);
const MAILED = /^(?:From|Sent|Date|Reply-To|Message-ID): /;
/** Where a document was found, or what an editor says of it: annual volumes have that above the heading, and it is their source note. */
const SOURCED = /^\[|\d\/|\bFiles?\b|\bLot \d|\b(?:Papers|Collection|Records)\b/;
const SENTENCE = /[.?!:;,]["”’)]?$/;

/** Whether a line says how secret a document is or was. */
export const isStamped = (words: string): boolean => isStamp(words) || MARKED.test(words) || DECLASSIFIED.test(words);

/** Lines at the top that a program or a web site put there, whatever follows. */
function exportedAbove(words: readonly string[]): number {
  let found = 0;
  let inFrontMatter = false;
  for (const [i, line] of words.entries()) {
    if (isRule(line) && (i === 0 || inFrontMatter)) inFrontMatter = !inFrontMatter;
    else if (!isExported(line) && !isRule(line) && !(inFrontMatter && isFrontMatter(line))) break;
    // A rule alone is the text's own.
    if (!inFrontMatter && (i > 0 || !isRule(line))) found = i + 1;
  }
  return found;
}

/** Lines that stand above the heading and are no part of the document; none where it has no heading that can be told. */
export function aboveHeading(source: Source, lines: readonly Line[]): readonly Line[] {
  if (lines.length < 2 || headingAt(source, lines, 0)) return [];
  const exported = exportedAbove(lines.slice(0, TOP).map((line) => textOf(source, line)));
  const above: Line[] = [];
  let known = true;
  let fields = 0;
  let mailed = false;
  for (let i = 0; i < Math.min(TOP, lines.length); i++) {
    const line = lines[i]!;
    const words = line.end - line.start > LONG ? undefined : textOf(source, line);
    if (i > 0) {
      const heading = headingAt(source, lines, i);
      if (heading === 'numbered' || (heading && known)) return fields === 0 || mailed ? above : [];
    }
    if (i < exported) {
      above.push(line);
      continue;
    }
    if (words === undefined || line.bullet) return above.slice(0, exported);
    const field = FIELD.test(words);
    if (field) fields++;
    mailed ||= MAILED.test(words);
    if (!field && !isStamped(words)) {
      if (SOURCED.test(words) || SENTENCE.test(words)) return above.slice(0, exported);
      known = false;
    }
    above.push(line);
  }
  return above.slice(0, exported);
}
