import { oneLine } from '../../text/one-line.js';
import { MONTH } from './months.js';
import type { Rule } from './rule.js';
import { content, firstDescendant, isDocument, textIn } from './tree.js';

export const datelineAsParagraph: Rule = {
  id: 'dateline-as-paragraph',
  severity: 'warning',
  profile: 'frus',
  why: 'Place and date below the head are the dateline, in an opener: as a paragraph they date nothing.',
  wrong:
    '<div type="document" xml:id="d1" n="1"><head>1. Telegram</head><p>Tokyo, February 2, 1955—5 p.m.</p><p>The text.</p></div>',
  right:
    '<div type="document" xml:id="d1" n="1"><head>1. Telegram</head><opener><dateline><placeName>Tokyo</placeName>, <date when="1955-02-02T17:00:00+09:00">February 2, 1955—5 p.m.</date></dateline></opener><p>The text.</p></div>',
  visitor: ({ report, of }) => ({
    elements: {
      div(div) {
        if (!isDocument(div)) return;
        const first = content(div).find((node) => node.type !== 'element' || !ABOVE.has(node.name));
        if (first?.type !== 'element' || first.name !== 'p') return;
        if (firstDescendant(of.scan, div, 'dateline')) return;
        const text = oneLine(textIn(of.scan, first, 'note'));
        if (!PLACE_AND_DATE.test(text)) return;
        report(first, `The dateline “${text}” is a paragraph`, { hint: 'Make it <opener><dateline>.' });
      },
    },
  }),
};

const ABOVE = new Set(['head', 'pb', 'note', 'opener']);
/** Nothing but a place of a few words, a date and perhaps a time. */
const PLACE_AND_DATE = new RegExp(
  `^\\p{Lu}[\\p{L}’., -]{1,50}, (?:${MONTH} \\d{1,2}, \\d{4}|\\d{1,2} ${MONTH},? \\d{4})(?:\\s?[—–,-]\\s?[\\d.: apmAPM noonmidnight]{2,20})?\\.?$`,
  'u',
);
