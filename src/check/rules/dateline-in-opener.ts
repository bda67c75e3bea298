import type { Rule } from './rule.js';
import { around } from './tree.js';

export const datelineInOpener: Rule = {
  id: 'dateline-in-opener',
  severity: 'warning',
  profile: 'frus',
  why: 'A dateline stands in an opener, or in the closer of a letter that is dated at its end.',
  wrong: '<div><head>1. Letter</head><dateline>Tokyo, August 4, 1955.</dateline></div>',
  right: '<div><head>1. Letter</head><opener><dateline>Tokyo, August 4, 1955.</dateline></opener></div>',
  visitor: ({ report }) => ({
    elements: {
      dateline(dateline) {
        if (!around(dateline, 'opener', 'closer', 'postscript'))
          report(dateline, 'The dateline stands outside the opener');
      },
    },
  }),
};
