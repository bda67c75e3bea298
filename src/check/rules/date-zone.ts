import { MOMENTS, moment } from './moment.js';
import type { Rule } from './rule.js';
import { attribute } from './tree.js';

export const dateZone: Rule = {
  id: 'date-zone',
  severity: 'warning',
  profile: 'frus',
  why: 'A dateTime has the zone’s standard offset (Washington −05:00, Tokyo +09:00): without it the hours of two capitals can’t be compared. UTC is +00:00, not Z.',
  wrong: '<dateline><date when="1955-08-01T19:15:00">August 1, 1955—7:15 p.m.</date></dateline>',
  right: '<dateline><date when="1955-08-01T19:15:00-05:00">August 1, 1955—7:15 p.m.</date></dateline>',
  run: ({ report }) => ({
    elements: {
      date(date) {
        for (const name of MOMENTS) {
          const given = attribute(date, name);
          const read = given && moment(given.value);
          if (!given || !read) continue;
          if (read.zone === 'Z') {
            const fix = [{ start: given.valueEnd - 1, end: given.valueEnd, text: '+00:00' }];
            report(given, `“${given.value}” ends in Z`, { hint: 'Write +00:00.', fix });
          } else if (read.hour !== undefined && !read.zone) report(given, `“${given.value}” has no zone`);
        }
      },
    },
  }),
};
