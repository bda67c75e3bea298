import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const digitForLetter: Rule = {
  id: 'digit-for-letter',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'Scanning reads l as 1 and O as 0: “po1icy”, “0n June 15”, “Apri1”, “SEAT0”.',
  wrong: '<p>the po1icy of the 0ffice</p>',
  right: '<p>the policy of the Office, on the 1st of the 1950s</p>',
  visitor: ({ report, of }) => ({
    traits: TRAIT.twinLetter,
    flow(flow) {
      for (const { 0: word, index } of flow.text.matchAll(MISREAD)) {
        const end = index + word.length;
        // A tag inside sets a mark of a note or the like apart.
        if (flow.plain(of.scan, index, end)) report(flow.span(index, end), `A digit stands for a letter in “${word}”`);
      }
    },
  }),
};

const MISREAD =
  /(?<![\p{L}\p{N}_./@:–-])(?:\p{L}*\p{Ll}[01]\p{Ll}+|\p{Lu}[01]\p{Ll}{2,}|0\p{Ll}+|Apri1|\p{Lu}{3,}0)(?![\p{L}\p{N}_@/–-])/gu;
