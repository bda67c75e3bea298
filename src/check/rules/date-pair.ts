import type { Rule } from './rule.js';
import { attribute } from './tree.js';

export const datePair: Rule = {
  id: 'date-pair',
  severity: 'warning',
  profile: 'frus',
  why: 'A range has both ends: from and to, notBefore and notAfter; and a date has a range or @when, not both.',
  wrong: '<dateline><date from="1955-08-04">August 4–10, 1955</date></dateline>',
  right: '<dateline><date from="1955-08-04" to="1955-08-10">August 4–10, 1955</date></dateline>',
  visitor: ({ report }) => ({
    elements: {
      date(date) {
        const has = (name: string) => attribute(date, name);
        if (has('from') && !has('to')) report(has('from')!, '@from without @to');
        if (has('to') && !has('from')) report(has('to')!, '@to without @from');
        if (has('notBefore') && !has('notAfter')) report(has('notBefore')!, '@notBefore without @notAfter');
        if (has('notAfter') && !has('notBefore')) report(has('notAfter')!, '@notAfter without @notBefore');
        if (has('when') && has('from')) report(has('when')!, '@when and a range in one date');
      },
    },
  }),
};
