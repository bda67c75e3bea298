import { oneLine } from '../../text/one-line.js';
import { MONTH } from './months.js';
import type { Rule } from './rule.js';
import { around, attribute, textIn } from './tree.js';

export const dateUnread: Rule = {
  id: 'date-unread',
  severity: 'warning',
  profile: 'frus',
  why: 'A dateline’s date that can’t be read, through a slip of typing or scanning, is compared with nothing: no one knows whether @when is right.',
  wrong: '<dateline><date when="1955-02-12">Febuary l2, 1955</date></dateline>',
  right: '<dateline><date when="1955-02-12">February 12, 1955</date></dateline>',
  visitor: ({ report, of }) => ({
    elements: {
      date(date) {
        if (!attribute(date, 'when') || !around(date, 'dateline')) return;
        const text = oneLine(textIn(of.scan, date, 'note'));
        const wrong = unread(text);
        if (wrong !== undefined) report(date, `The date “${text}” can’t be read: ${wrong}`);
      },
    },
  }),
};

/** Most dates are such, and to see that takes less than to take them apart. */
const PLAIN = new RegExp(`^${MONTH} \\d{1,2}, \\d{4}`);
const IS_MONTH = new RegExp(`^${MONTH}$`, 'i');
const MONTH_FIRST = /^(?<month>\p{L}{3,12})\.?(?<comma>,?) (?<day>[\dlIoO]{1,2}), (?<year>[\dlIoOSB]{4})(?![\p{L}\d])/u;
const DAY_FIRST = /^(?<day>[\dlIoO]{1,2}) (?<month>\p{L}{3,12})\.?,? (?<year>[\dlIoOSB]{4})(?![\p{L}\d])/u;

/** What in a date of day, month and year is none of them; undefined where all are, or it has another form. */
function unread(text: string): string | undefined {
  if (PLAIN.test(text)) return undefined;
  const monthFirst = text.match(MONTH_FIRST)?.groups;
  const { month, day, year, comma } = monthFirst ?? text.match(DAY_FIRST)?.groups ?? {};
  if (!month || !day || !year) return undefined;
  const number = [day, year].find((digits) => /\D/.test(digits));
  if (number) return `“${number}” is no number`;
  if (comma) return `a comma stands behind “${month}”`;
  // The day stands first in other languages, and their months are no slips.
  return monthFirst && !IS_MONTH.test(month) ? `“${month}” is no month` : undefined;
}
