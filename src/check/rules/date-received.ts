import type { Rule } from './rule.js';
import { around, textIn } from './tree.js';

export const dateReceived: Rule = {
  id: 'date-received',
  severity: 'warning',
  profile: 'frus',
  why: 'Only the date of writing is tagged: “[Received August 20—5 p.m.]” stays outside date.',
  wrong: '<dateline><date when="1955-08-20">August 20, 1955—noon. [Received August 20—5 p.m.]</date></dateline>',
  right: '<dateline><date when="1955-08-20">August 20, 1955—noon.</date> [Received August 20—5 p.m.]</dateline>',
  visitor: ({ report, of }) => ({
    elements: {
      date(date) {
        if (around(date, 'dateline') && /\bReceived\b/i.test(textIn(of.scan, date, 'note'))) {
          report(date, 'The date of receipt stands inside date');
        }
      },
    },
  }),
};
