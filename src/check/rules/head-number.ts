import { oneLine } from '../../text/one-line.js';
import type { ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attr, childElements, isDocument, textIn } from './tree.js';

export const headNumber: Rule = {
  id: 'head-number',
  severity: 'error',
  profile: 'frus',
  why: 'The number that the head prints is the document’s @n. Where most heads of a volume print one, each does; a stop follows it.',
  wrong: '<div type="document" xml:id="d38" n="38"><head>39. Telegram From Tokyo</head></div>',
  right: '<div type="document" xml:id="d38" n="38"><head>38. Telegram From Tokyo</head></div>',
  visitor: ({ report, of }) => {
    let numbered = 0;
    let unnumbered: { head: ScanElement; n: string }[] = [];
    return {
      elements: {
        div(div) {
          if (!isDocument(div)) return;
          const n = attr(div, 'n');
          const [head] = childElements(div, 'head');
          if (!head || !n) return;
          const text = oneLine(textIn(of.scan, head, 'note'));
          const printed = text.match(PRINTED)?.[1];
          const misread = text.match(MISREAD)?.[1];
          if (printed) numbered++;
          if (printed && printed !== n) report(head, `The head prints ${printed}, @n is ${n}`);
          else if (misread) report(head, `The head’s number “${misread}” can’t be read, @n is ${n}`);
          else if (text.startsWith(`${n} `)) report(head, `No stop stands behind the head’s number ${n}`);
          else if (!printed) unnumbered.push({ head, n });
        },
      },
      end() {
        if (unnumbered.length >= numbered) return;
        for (const { head, n } of unnumbered) report(head, `The head prints no number, @n is ${n}`);
      },
      forget() {
        numbered = 0;
        unnumbered = [];
      },
    };
  },
};

const PRINTED = /^\[?(\d+[A-Z]?)\.(?!\d)/;
/** Letters that scanning reads for digits: l and O are no numbers of their own, I is. */
const MISREAD = /^\[?((?=[\dI]*[lO])[\dlIO]{1,4}|I+\d[\dI]*|\d+I+)\.(?=\s)/;
