import { MOMENTS, moment } from './moment.js';
import type { Rule } from './rule.js';
import { attribute } from './tree.js';

export const dateUtc: Rule = {
  id: 'date-utc',
  severity: 'warning',
  profile: 'frus',
  why: 'Universal time is written +00:00, not Z: the edition sorts and compares dates as text.',
  wrong: '<dateline><date when="1976-12-08T19:25:00Z">December 8, 1976, 1925Z</date></dateline>',
  right: '<dateline><date when="1976-12-08T19:25:00+00:00">December 8, 1976, 1925Z</date></dateline>',
  fixes: true,
  visitor: ({ report }) => ({
    elements: {
      date(date) {
        for (const name of MOMENTS) {
          const given = attribute(date, name);
          if (!given || moment(given.value)?.zone !== 'Z') continue;
          const fix = [{ start: given.valueEnd - 1, end: given.valueEnd, text: '+00:00' }];
          report(given, `“${given.value}” ends in Z`, { fix });
        }
      },
    },
  }),
};
