import { oneLine } from '../../text/one-line.js';
import type { Rule } from './rule.js';
import { around, attr, textIn } from './tree.js';

export const bracketOutsideItalic: Rule = {
  id: 'bracket-outside-italic',
  severity: 'warning',
  profile: 'frus',
  why: 'What the editors say in square brackets is italic, the brackets are not: they stand outside hi.',
  wrong: '<p>text <hi rend="italic">[2 lines not declassified]</hi> text</p>',
  right: '<p>text [<hi rend="italic">2 lines not declassified</hi>] text</p>',
  fixes: true,
  visitor: ({ report, of }) => ({
    elements: {
      hi(hi) {
        // A dateline that is set in italics is so as a whole.
        if (attr(hi, 'rend') !== 'italic' || around(hi, 'dateline')) return;
        const text = oneLine(textIn(of.scan, hi, 'note'));
        if (!/^\[[^[\]]+\]$/.test(text)) return;
        const { start, tagEnd, closeStart, end } = hi;
        const raw = of.scan.text.slice(tagEnd, closeStart);
        const plain = raw.startsWith('[') && raw.endsWith(']');
        const fix = [
          { start, end: tagEnd + 1, text: `[${of.scan.text.slice(start, tagEnd)}` },
          { start: closeStart - 1, end, text: `${of.scan.text.slice(closeStart, end)}]` },
        ];
        report(hi, `The brackets of “${text.slice(0, 40)}” stand inside hi`, plain ? { fix } : {});
      },
    },
  }),
};
