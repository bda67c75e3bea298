import { oneLine } from '../../one-line.js';
import type { Rule } from './rule.js';
import { attr, childElements, isDocument, textIn } from './tree.js';

export const headNumber: Rule = {
  id: 'head-number',
  severity: 'error',
  profile: 'frus',
  why: 'The number that the head prints is the document’s @n.',
  wrong: '<div type="document" xml:id="d38" n="38"><head>39. Telegram From Tokyo</head></div>',
  right: '<div type="document" xml:id="d38" n="38"><head>38. Telegram From Tokyo</head></div>',
  visitor: ({ report, of }) => ({
    elements: {
      div(div) {
        if (!isDocument(div)) return;
        const n = attr(div, 'n');
        const [head] = childElements(div, 'head');
        const printed = head && oneLine(textIn(of.scan, head, 'note')).match(/^\[?(\d+[A-Z]?)\.(?=\s|\]|$)/)?.[1];
        if (head && n && printed && printed !== n) report(head, `The head prints ${printed}, @n is ${n}`);
      },
    },
  }),
};
