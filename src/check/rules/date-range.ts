import { instant } from './moment.js';
import type { Rule } from './rule.js';
import { attribute } from './tree.js';

export const dateRange: Rule = {
  id: 'date-range',
  severity: 'error',
  profile: 'tei',
  why: 'A range begins before it ends.',
  wrong: '<p><date from="1955-08-10" to="1955-08-04">August 4–10, 1955</date></p>',
  right: '<p><date from="1955-08-04" to="1955-08-10">August 4–10, 1955</date></p>',
  visitor: ({ report }) => ({
    elements: {
      date(date) {
        for (const [first, second] of PAIRS) {
          const from = attribute(date, first);
          const to = attribute(date, second);
          if (!from || !to) continue;
          const [begins, ends] = [instant(from.value), instant(to.value, true)];
          if (begins !== undefined && ends !== undefined && begins > ends) {
            report(from, `The range begins at ${from.value}, behind its end, ${to.value}`);
          }
        }
      },
    },
  }),
};

const PAIRS = [
  ['from', 'to'],
  ['notBefore', 'notAfter'],
] as const;
