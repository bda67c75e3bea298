import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const doubledWord: Rule = {
  id: 'doubled-word',
  severity: 'info',
  profile: 'frus',
  edited: true,
  why: 'A small word twice in a row is a slip of the scan, or of the original: look at the page.',
  wrong: '<p>sent to the the Embassy</p>',
  right: '<p>sent to the Embassy; that that is so, we know</p>',
  visitor: ({ report }) => ({
    traits: TRAIT.doubledWord,
    flow(flow) {
      for (const match of flow.text.matchAll(
        /(?<![\p{L}\p{N}’'-])(the|of|to|and|a|an|our|their|his|its|be|was|were|are|would) \1(?![\p{L}’'-])/gu,
      )) {
        report(flow.span(match.index, match.index + match[0].length), `“${match[0]}”`);
      }
    },
  }),
};
