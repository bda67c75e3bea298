/**
 * Which lines can't begin a dateline: those that don't tell when. Of 11,500 datelines in editions five name no year, and none of these
 * stands below another dateline; what a telegram refers to first has a date of that kind: `Your September 18, 7 p.m.`
 */

import type { Source } from '../../source.js';
import { startsAttachment } from '../annual/attached.js';
import { MONTH } from '../constructs/dateline.js';
import type { Line } from '../lines/chunks.js';
import { RECEIVED } from '../lines/opening.js';

/** A year, or that nobody knows. */
const YEAR = /(?<!\d)(?:1[789]|20)\d\d(?!\d)|undated|not dated|date not declassified|no date|\bn\. ?d\./i;
/** What else a date may show; years may be damaged, and printed nowhere but in the heading. */
const DATE = new RegExp(`\\d|${MONTH}`);
/** A place alone: `London.`, `[Washington]` */
const PLACE = /^\[?\p{Lu}\p{Ll}[\p{L} ]{1,30}[\].,]{0,2}\d{0,2}$/u;
/** A sentence, by its small words: `The committee met on March 25.`; small capitals and `en route to Zenda` are places. */
const SENTENCE = /^\p{Lu}.*(?<!\p{L})(?!route)\p{Ll}{3,} \p{Ll}{2,} /u;
/** A title that has a year in it, and no day: `The Conduct of the War in 1943`. */
const TITLE = new RegExp(
  `^(?!.*(?:\\b${MONTH}|[,/[\\]]|undated|date\\b|spring|summer|autumn|fall|winter))\\p{Lu}\\p{L}*(?: \\p{L}+){2,} (?:in|of|for|since|until|after|before) (?:1[789]|20)\\d\\d\\d{0,2}$`,
  'iu',
);
/** Longer lines are no dateline. */
const LONGEST = 160;
/** Blocks down to which a place alone may stand for a dateline. */
const OPENING = 3;
/** A post's own line may stand above its dateline. */
const POST = /,$/;

/** For each line whether it can't begin a dateline; lines that only hold a page's mark are left out of `lines`. */
export function undatable(source: Source, lines: readonly Line[], annual: boolean): boolean[] {
  const top = lines[0]?.chunk;
  const words = lines.map(({ start, end }) => (end - start > LONGEST ? undefined : source.text.slice(start, end)));
  let dated = false; // a year has gone by, below the heading
  let own = true; // not in an attachment
  return lines.map(({ chunk }, i) => {
    if (chunk === top) return false;
    if (annual && startsAttachment(source, lines, i)) {
      dated = false;
      own = false;
    }
    const text = words[i];
    if (text === undefined || TITLE.test(text)) return true;
    const goesOn = POST.test(text) && lines[i + 1]?.chunk === chunk ? (words[i + 1] ?? '') : '';
    const year = YEAR.test(text) || YEAR.test(goesOn);
    const seen = dated;
    dated ||= year;
    if (year || RECEIVED.test(text)) return false;
    if (seen || SENTENCE.test(text)) return true;
    return !DATE.test(text) && !DATE.test(goesOn) && !(own && chunk - top! < OPENING && PLACE.test(text));
  });
}
