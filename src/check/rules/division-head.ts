import type { Rule } from './rule.js';
import { attr, childElements, isDocument } from './tree.js';

export const divisionHead: Rule = {
  id: 'division-head',
  severity: 'warning',
  profile: 'frus',
  why: 'Each division has one head and an id: the table of contents is made from them.',
  wrong: '<div type="chapter" xml:id="ch1"><p>Text.</p></div>',
  right: '<div type="chapter" xml:id="ch1"><head>Japan</head><p>Text.</p></div>',
  visitor: ({ report }) => ({
    elements: {
      div(div) {
        const heads = childElements(div, 'head');
        if (heads.length === 0) report(div, 'The division has no head');
        else if (heads[1]) report(heads[1], `The division has ${heads.length} heads`);
        if (!attr(div, 'xml:id') && !isDocument(div)) report(div, 'The division has no xml:id');
      },
    },
  }),
};
