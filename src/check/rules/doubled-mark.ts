import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const doubledMark: Rule = {
  id: 'doubled-mark',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'A comma, colon or semicolon that stands twice, a stop behind a comma, and two stops, which are no ellipsis, are slips of the keyboard: the stop of “U.S.” or “etc.” ends the sentence too.',
  wrong: '<p>He left,, as planned,. for the U.S.. The others stayed.</p>',
  right: '<p>He left, as planned, for the U.S. The others . . . stayed . . . .</p>',
  visitor: ({ report }) => ({
    traits: TRAIT.doubledMark,
    flow(flow) {
      for (const { 0: marks, index } of flow.text.matchAll(MARKS)) {
        const hint = marks === ',.' ? 'One of them is wrong.' : 'One is enough.';
        report(flow.span(index, index + 2), `“${marks}” stands where one mark does`, { hint });
      }
    },
  }),
};

const MARKS = /(?<![,;:])([,;:])\1(?![,;:])|(?<![.\s…])\.\.(?!\s*[.…])|,\.(?!\s*[.…\d])/g;
