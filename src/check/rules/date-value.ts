import type { Rule } from './rule.js';
import { around, attribute, textIn } from './tree.js';

export const dateValue: Rule = {
  id: 'date-value',
  severity: 'warning',
  profile: 'frus',
  why: 'The date of a dateline says in @when, or in a range, which date it is; an undated document has an inferred range.',
  wrong: '<dateline><date>August 4, 1955</date></dateline>',
  right: '<dateline><date when="1955-08-04">August 4, 1955</date></dateline>',
  visitor: ({ report, of }) => ({
    elements: {
      date(date) {
        if (!around(date, 'dateline')) return;
        // date-undated speaks of these.
        if (/undated|not dated/i.test(textIn(of.scan, date, 'note'))) return;
        const told = ['when', 'from', 'to', 'notBefore', 'notAfter'].some((name) => attribute(date, name)?.value);
        if (!told) report(date, 'The date of the dateline has no @when and no range');
      },
    },
  }),
};
