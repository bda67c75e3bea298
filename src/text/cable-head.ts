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

/** Lines of a head in which programs that read print see letters for figures, or `;` for `:`. */
const MISREAD: readonly RegExp[] = [
  /^(?:[A-Z]{1,2} ){0,2}[\dlIO]{6}Z [A-Z]{3} [\dlIO]{2}\b/,
  /^PAGE [\dlIO]{1,3}\b/,
  /^E\.? ?O\.? ?[\dlIO]{5}\b;?/,
  /^(?:TAGS|SUBJECT|SUBJ|REFS?);/,
];
/** Figures among which such letters stand: `l5l340`, `0l`. */
const FIGURES = /(?<![A-Za-z])[\dlIO]*\d[\dlIO]*(?![a-km-zA-HJ-NP-Y])/g;
const FIGURE_OF: Readonly<Record<string, string>> = { l: '1', I: '1', O: '0' };

/** A line of a head with the figures and colons that were misread, as long as it is; any other as it is. */
export function mendedHead(line: string): string {
  const found = MISREAD.map((pattern) => pattern.exec(line)?.[0]).find((one) => one !== undefined);
  if (found === undefined) return line;
  const mended = found
    .replace(FIGURES, (figures) => figures.replace(/[lIO]/g, (letter) => FIGURE_OF[letter]!))
    .replace(/;$/, ':');
  return mended + line.slice(found.length);
}

/** Whether lines, without white space around them, are those of a cable: a date-time group or a page's running head, and two more of the kind; or four of any. @param asSent a line as it was sent */
export function isCableHead(lines: Iterable<string>, asSent = inCapitals): boolean {
  const found = new Set<RegExp>();
  let count = 0;
  for (const line of lines) {
    if (count++ >= HEAD) return false;
    const text = mendedHead(asSent(line.slice(0, WIDE)));
    for (const pattern of EVIDENCE) if (pattern.test(text)) found.add(pattern);
    const telling = found.has(EVIDENCE[0]!) || found.has(EVIDENCE[1]!);
    if (found.size >= (telling ? ENOUGH : PLENTY)) return true;
  }
  return false;
}
