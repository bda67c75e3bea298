import { LINKING } from './linking.js';
import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const spaceAfterHyphen: Rule = {
  id: 'space-after-hyphen',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'A word that the end of a line parted is found by no search while the hyphen or its space is left: “re- quire”, “self- defense”. A hyphen that hangs has “and”, “or” or the like behind it, or another such word: “pre- and post-war”, “two- three- and four-year terms”.',
  wrong: '<p>options re- quire much of self- defense</p>',
  right: '<p>options require much of self-defense, pre- and post-war, two- three- and four-year terms</p>',
  visitor: ({ report }) => ({
    traits: TRAIT.hyphenSpace,
    flow(flow) {
      const { text } = flow;
      for (const { 0: gap, index } of text.matchAll(PARTED)) {
        const end = index + gap.length;
        const before = text.slice(Math.max(0, index - 40), index).match(/\p{L}+$/u)![0];
        const after = text.slice(end, end + 40).match(/^\p{L}+/u)![0];
        const hint = 'Take the space out, and the hyphen unless the word has one.';
        report(flow.span(index, end), `“${before}- ${after}” is a word parted`, { hint });
      }
    },
  }),
};

/** What stands between is no line break, which the flow has as a line feed. */
const PARTED = new RegExp(`(?<=\\p{L}{2})-[ \u00a0]+(?=\\p{L}{2})(?!${LINKING}|\\p{L}+-[ \u00a0,])`, 'giu');
