import type { Rule } from './rule.js';
import { around, attribute } from './tree.js';

export const datelineRendition: Rule = {
  id: 'dateline-rendition',
  severity: 'info',
  profile: 'frus',
  why: 'How an opener is set is said in @rendition: a dateline "#right", other matter "#left" or "#right".',
  wrong: '<opener><dateline rend="right">Tokyo</dateline></opener>',
  right: '<opener><dateline rendition="#right">Tokyo</dateline></opener>',
  visitor: ({ report }) => ({
    elements: {
      dateline(dateline) {
        if (around(dateline, 'opener') && !attribute(dateline, 'rendition'))
          report(dateline, 'The dateline has no @rendition');
      },
    },
  }),
};
