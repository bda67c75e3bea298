import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const doubleHyphen: Rule = {
  id: 'double-hyphen',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'Two hyphens are the typewriter’s dash; the edition prints —.',
  wrong: '<p>the question--were it asked--is open</p>',
  right: '<p>the question—were it asked—is open</p>',
  visitor: ({ report }) => ({
    traits: TRAIT.doubleHyphen,
    flow(flow) {
      for (const match of flow.text.matchAll(/(?<!-)--(?!-)/g))
        report(flow.span(match.index, match.index + 2), 'Two hyphens stand for a dash');
    },
  }),
};
