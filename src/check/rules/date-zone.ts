import { MOMENTS, moment } from './moment.js';
import type { Rule } from './rule.js';
import { attribute } from './tree.js';

export const dateZone: Rule = {
  id: 'date-zone',
  severity: 'warning',
  profile: 'frus',
  why: 'A dateTime has the zone’s standard offset (Washington −05:00, Tokyo +09:00): without it the hours of two capitals can’t be compared.',
  wrong: '<dateline><date when="1955-08-01T19:15:00">August 1, 1955—7:15 p.m.</date></dateline>',
  right: '<dateline><date when="1955-08-01T19:15:00-05:00">August 1, 1955—7:15 p.m.</date></dateline>',
  visitor: ({ report }) => ({
    elements: {
      date(date) {
        for (const name of MOMENTS) {
          const given = attribute(date, name);
          const read = given && moment(given.value);
          if (!given || !read) continue;
          if (read.hour !== undefined && !read.zone) report(given, `“${given.value}” has no zone`);
        }
      },
    },
  }),
};
