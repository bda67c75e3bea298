import { oneLine } from '../../text/one-line.js';
import type { Rule } from './rule.js';
import { firstDescendant, textIn } from './tree.js';

export const signedWithoutName: Rule = {
  id: 'signed-without-name',
  severity: 'warning',
  profile: 'frus',
  why: 'The signer’s name in signed is a persName: signatures are searched by it.',
  wrong: '<closer><signed><hi rend="strong">Dulles</hi></signed></closer>',
  right: '<closer><signed><persName><hi rend="strong">Dulles</hi></persName></signed></closer>',
  visitor: ({ report, of }) => ({
    elements: {
      signed(signed) {
        if (firstDescendant(of.scan, signed, 'persName')) return;
        const text = oneLine(textIn(of.scan, signed, 'note'));
        if (text && !/^\[.*\]$|not declassified|illegible/i.test(text))
          report(signed, `“${text.slice(0, 40)}” has no persName`);
      },
    },
  }),
};
