import type { Rule } from './rule.js';
import { around, attribute, textIn } from './tree.js';

export const dateUndated: Rule = {
  id: 'date-undated',
  severity: 'warning',
  profile: 'frus',
  why: '“Undated” is a date with an inferred range and the ground for it in @ana.',
  wrong: '<dateline>Washington, <date when="1955">undated</date>.</dateline>',
  right:
    '<dateline>Washington, <date notBefore="1955-08-01" notAfter="1955-08-31" ana="#date_undated-inferred-from-document-head">undated</date>.</dateline>',
  visitor: ({ report, of }) => ({
    elements: {
      date(date) {
        if (!around(date, 'dateline') || !/^\W*(?:undated|not dated|n\.d\.)\W*$/i.test(textIn(of.scan, date, 'note')))
          return;
        const range = attribute(date, 'from') ?? attribute(date, 'notBefore');
        if (!range) report(date, 'An undated document without an inferred range');
        else if (!attribute(date, 'ana')) report(date, 'The range is inferred, @ana does not say from what');
      },
    },
  }),
};
