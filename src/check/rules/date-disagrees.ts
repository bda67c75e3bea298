import { MONTHS } from '../../text/months.js';
import { oneLine } from '../../text/one-line.js';
import type { ScanElement } from '../../xml/scan.js';
import { moment } from './moment.js';
import { MONTH } from './months.js';
import type { Rule } from './rule.js';
import { attribute, textIn } from './tree.js';

export const dateDisagrees: Rule = {
  id: 'date-disagrees',
  severity: 'error',
  profile: 'frus',
  why: 'The date that is printed and the date in @when must be the same day, and the same time where one is printed.',
  wrong: '<dateline><date when="1955-08-11">August 1, 1955</date></dateline>',
  right: '<dateline><date when="1955-08-01">August 1, 1955</date></dateline>',
  visitor: ({ report, of }) => ({
    elements: {
      date(date) {
        const when = attribute(date, 'when');
        if (!when || CORRECTED.test(attribute(date, 'ana')?.value ?? '') || foreign(date)) return;
        const value = moment(when.value);
        const text = oneLine(textIn(of.scan, date, 'note'));
        const printed = text.match(MONTH_FIRST) ?? text.match(DAY_FIRST);
        if (!value || !printed?.groups) return;
        const month = MONTHS[printed.groups.month!.toLowerCase().replace('.', '')]!;
        const [day, year] = [Number(printed.groups.day), Number(printed.groups.year)];
        const days = value.year !== year || (value.month ?? month) !== month || (value.day ?? day) !== day;
        if (days) report(when, `“${text}” is encoded as ${when.value}`);
        else if (value.hour !== undefined && hourDiffers(text.slice(printed[0].length), value.hour, value.minute!)) {
          report(when, `The time of “${text}” is encoded as ${when.value.slice(11, 16)}`);
        }
      },
    },
  }),
};

const MONTH_FIRST = new RegExp(`^(?<month>${MONTH}) (?<day>\\d{1,2}), ?(?<year>\\d{4})(?!\\d)`, 'i');
const DAY_FIRST = new RegExp(`^(?<day>\\d{1,2}) (?<month>${MONTH}),? (?<year>\\d{4})(?!\\d)`, 'i');
/** Dates that say themselves why they differ. */
const CORRECTED = /typo|correction|inferred|imprecise/;

function foreign(date: ScanElement): boolean {
  const calendar = attribute(date, 'calendar')?.value;
  return calendar !== undefined && calendar !== 'gregorian' && calendar !== '#gregorian';
}

/** Whether a printed time such as “—7:15 p.m.” is another than hour:minute; false where none is read. */
function hourDiffers(rest: string, hour: number, minute: number): boolean {
  const clock = rest.match(/^[\s,—–-]*(\d{1,2})(?:[:.](\d\d))? ?([ap])\. ?m\./i);
  if (clock) {
    const twelve = Number(clock[1]) % 12;
    const read = /p/i.test(clock[3]!) ? twelve + 12 : twelve;
    return read !== hour % 24 || Number(clock[2] ?? 0) !== minute;
  }
  const word = rest.match(/^[\s,—–-]*(noon|midnight)\b/i)?.[1]?.toLowerCase();
  if (word === 'noon') return hour !== 12 || minute !== 0;
  if (word === 'midnight') return hour % 24 !== 0 || minute !== 0;
  return false;
}
