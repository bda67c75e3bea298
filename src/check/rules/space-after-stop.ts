import type { Rule } from './rule.js';

export const spaceAfterStop: Rule = {
  id: 'space-after-stop',
  severity: 'warning',
  profile: 'frus',
  why: 'A sentence or a title such as Mr. ends with a stop and a space: “Mr.Rusk” is two words.',
  wrong: '<p>discussed with Mr.Rusk yesterday</p>',
  right: '<p>discussed with Mr. Rusk yesterday, see www.State.gov</p>',
  run: ({ report }) => ({
    flow(flow) {
      for (const match of flow.text.matchAll(/(?<![\p{L}\p{N}.@/])(\p{Lu}?\p{Ll}+)\.(?=\p{Lu}\p{Ll}+(?![\p{L}.]))/gu)) {
        if (match[1] === 'www') continue;
        const at = match.index + match[0].length - 1;
        report(flow.span(at, at + 1), `No space behind “${match[0]}”`);
      }
    },
  }),
};
