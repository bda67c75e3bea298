import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';
import { within } from './tree.js';

export const doubledMark: Rule = {
  id: 'doubled-mark',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'A comma, colon or semicolon that stands twice, a stop behind a comma, and two stops, which are no ellipsis, are slips of the keyboard: the stop of “U.S.” or “etc.” ends the sentence too.',
  wrong: '<p>He left,, as planned,. for the U.S.. The others stayed.</p>',
  right:
    '<p>He left, as planned<del>,</del>. The U.S. . . . and the others [..] stayed . . . . A ,,Zitat“ and 1 : 2 :: 2 : 4</p>',
  visitor: ({ report }) => ({
    traits: TRAIT.doubledMark,
    flow(flow) {
      for (const { 0: marks, index } of flow.text.matchAll(MARKS)) {
        if ([index, index + 1].some((at) => within(flow.holder(at), 'del', 'sic'))) continue;
        const hint = marks === ',.' ? 'One of them is wrong.' : 'One is enough.';
        report(flow.span(index, index + 2), `“${marks}” stands where one mark does`, { hint });
      }
    },
  }),
};

/** Behind a space or bracket “,,” opens a quotation of a German typescript, “::” stands in a proportion, “..” for what is left out. */
const MARKS = /(?<=[^\s([,;:])([,;:])\1(?![,;:])|(?<=[^\s([/.…])\.\.(?!\s*[.…]|\/)|,\.(?!\s*[.…\d])/g;
