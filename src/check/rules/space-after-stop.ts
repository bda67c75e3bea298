import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const spaceAfterStop: Rule = {
  id: 'space-after-stop',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'A sentence or a title such as Mr. ends with a stop and a space: “Mr.Rusk” is two words.',
  wrong: '<p>discussed with Mr.Rusk yesterday</p>',
  right: '<p>discussed with Mr. Rusk yesterday, see www.State.gov</p>',
  visitor: ({ report }) => ({
    traits: TRAIT.stopCapital,
    flow(flow) {
      const { text } = flow;
      for (let at = text.indexOf('.', 1); at > 0; at = text.indexOf('.', at + 1)) {
        if (!LOWER.test(text[at - 1]!) || !UPPER.test(text[at + 1] ?? '')) continue;
        const before = text.slice(Math.max(0, at - 30), at).match(/(?:^|[^\p{L}\p{N}.@/])(\p{Lu}?\p{Ll}+)$/u)?.[1];
        const after = text.slice(at + 1, at + 30).match(/^\p{Lu}\p{Ll}+(?![\p{L}.])/u)?.[0];
        if (before && after && before !== 'www') report(flow.span(at, at + 1), `No space behind “${before}.”`);
      }
    },
  }),
};

const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
