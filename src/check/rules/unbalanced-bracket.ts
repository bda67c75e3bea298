import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const unbalancedBracket: Rule = {
  id: 'unbalanced-bracket',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'Square brackets are the editors’ own: each that opens in a paragraph closes in it.',
  wrong: '<p>was told [name not declassified that the plan</p>',
  right: '<p>was told [name not declassified] that the plan</p>',
  visitor: ({ report }) => ({
    flow(flow) {
      const { text, element } = flow;
      if (!flow.has(TRAIT.bracket)) return;
      if (!/^(?:p|note|item|cell|head)$/.test(element.name)) return;
      let open = -1;
      for (let at = 0; at < text.length; at++) {
        if (text[at] === '[') {
          if (open >= 0) return;
          open = at;
        } else if (text[at] === ']') {
          // A bracket may span paragraphs: then its end stands alone, first or last of its kind.
          if (open < 0) return;
          open = -1;
        }
      }
      if (open >= 0 && element.name === 'p' && open > 0) report(flow.span(open, open + 1), 'The bracket is not closed');
    },
  }),
};
