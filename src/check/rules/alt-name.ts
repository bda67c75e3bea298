import type { Rule } from './rule.js';
import { attr } from './tree.js';

export const altName: Rule = {
  id: 'alt-name',
  severity: 'warning',
  profile: 'frus',
  why: 'An entry of the list of persons that says “See …” is persName[@type="alt"] and points with @corresp to the entry meant.',
  wrong: '<item><persName type="alt">Aswan</persName>, see Nasser</item>',
  right: '<item><persName type="alt" corresp="#p_NGA1">Aswan</persName>, see Nasser</item>',
  visitor: ({ report }) => ({
    elements: {
      persName(name) {
        if (attr(name, 'type') === 'alt' && !attr(name, 'corresp')) report(name, 'The entry points at no other');
      },
    },
  }),
};
