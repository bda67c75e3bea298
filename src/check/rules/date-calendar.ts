import type { Rule } from './rule.js';
import { around, attribute } from './tree.js';

export const dateCalendar: Rule = {
  id: 'date-calendar',
  severity: 'warning',
  profile: 'frus',
  why: 'The date of a dateline names its calendar: gregorian, julian, hijri and so on.',
  wrong: '<dateline><date when="1955-08-01">August 1, 1955</date></dateline>',
  right: '<dateline><date when="1955-08-01" calendar="gregorian">August 1, 1955</date></dateline>',
  visitor: ({ report }) => ({
    elements: {
      date(date) {
        const calendar = attribute(date, 'calendar');
        if (!calendar) {
          if (around(date, 'dateline')) report(date, 'The date names no calendar');
          return;
        }
        for (const name of calendar.value.trim().split(/\s+/)) {
          if (!/^[a-zō]+(?:-[a-zō]+)*$/.test(name)) report(calendar, `“${name}” is no calendar`);
        }
      },
    },
  }),
};
