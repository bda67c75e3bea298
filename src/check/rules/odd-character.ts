import { MOJIBAKE } from './mojibake.js';
import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const oddCharacter: Rule = {
  id: 'odd-character',
  severity: 'warning',
  profile: 'tei',
  why: 'Soft hyphens, zero-width characters, C1 controls, private-use and replacement characters are accidents of conversion: invisible, and lost to every search.',
  wrong: '<p>the Depart&#xAD;ment of State</p>',
  right: '<p>the Department of State</p>',
  visitor: ({ report }) => ({
    traits: TRAIT.unusual,
    flow(flow) {
      // Of broken encodings another rule tells.
      const text = flow.has(TRAIT.lead) ? flow.text.replace(MOJIBAKE, (found) => ' '.repeat(found.length)) : flow.text;
      for (const match of text.matchAll(new RegExp(ODD, 'gu'))) {
        const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
        report(
          flow.span(match.index, match.index + match[0].length),
          `The character U+${code} does not belong in text`,
        );
      }
    },
  }),
};

const ODD = /[\u0080-\u009f\u00ad\u200b\u2028\u2029\u2060\ufeff\ufffd\ue000-\uf8ff]/u;
