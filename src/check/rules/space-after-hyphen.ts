import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const spaceAfterHyphen: Rule = {
  id: 'space-after-hyphen',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'A word that the end of a line parted is found by no search while the hyphen or its space is left: “re- quire”, “self- defense”. A hyphen that hangs, “pre- and post-war”, is followed by such a word.',
  wrong: '<p>options re- quire much of self- defense</p>',
  right: '<p>options require much of self-defense, pre- and post-war</p>',
  visitor: ({ report }) => ({
    traits: TRAIT.hyphenSpace,
    flow(flow) {
      for (const { 0: found, index } of flow.text.matchAll(PARTED)) {
        const [before, after] = [
          flow.text.slice(Math.max(0, index - 40), index).match(BEFORE),
          flow.text.slice(index, index + 40).match(AFTER),
        ];
        const hint = 'Take the space out, and the hyphen unless the word has one.';
        report(flow.span(index, index + found.length), `“${before}- ${after?.[1]}” is a word parted`, { hint });
      }
    },
  }),
};

/** What stands between is no line break, which the flow has as a line feed. */
const PARTED =
  /(?<=\p{L}{2})-[ \u00a0]+(?=\p{L}{2})(?!(?:and|or|to|but|as|nor|than|rather|through|versus|vs|plus|et|und|y)(?!\p{L}))/gu;
const BEFORE = /\p{L}+$/u;
const AFTER = /^-[ \u00a0]+(\p{L}+)/u;
