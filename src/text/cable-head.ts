/** What the lines of an electronic cable begin with, by which it is known. */

/** `PAGE 02        STRELS 01234  01 OF 02  011915Z`: post, number, perhaps section, time of sending. */
export const PAGE = /^PAGE (\d{1,3})\b(?:\s+[A-Z]{3,8})?(?:\s.*)?$/;

/** `R 011915Z AUG 75`: precedence (perhaps two), day, hour, minute, zone, month, year; relay marks after it. */
export const TIME_GROUP = /^(?:[A-Z]{1,2} )?(?:[A-Z]{1,2} )?\d{6}Z [A-Z]{3} \d{2}\b/;

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

/** A head has no more lines than this. */
const HEAD = 60;
/** More of a line than this tells no more. */
export const WIDE = 90;

/** So many of these tell a cable by themselves. */
const PLENTY = 4;

/** A line in small letters alone, as some copies have all, in the capitals in which cables were sent; any other as it is. */
const inCapitals = (line: string): string => (/[A-Z]/.test(line) ? line : line.toUpperCase());

/** Whether lines, without white space around them, are those of a cable: a date-time group or a page's running head, and two more of the kind; or four of any. @param asSent a line as it was sent */
export function isCableHead(lines: Iterable<string>, asSent = inCapitals): boolean {
  const found = new Set<RegExp>();
  let count = 0;
  for (const line of lines) {
    if (count++ >= HEAD) return false;
    const text = asSent(line.slice(0, WIDE));
    for (const pattern of EVIDENCE) if (pattern.test(text)) found.add(pattern);
    const telling = found.has(EVIDENCE[0]!) || found.has(EVIDENCE[1]!);
    if (found.size >= (telling ? ENOUGH : PLENTY)) return true;
  }
  return false;
}
