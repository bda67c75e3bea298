import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const mixedScript: Rule = {
  id: 'mixed-script',
  severity: 'warning',
  profile: 'tei',
  why: 'A Cyrillic or Greek letter that looks Latin hides inside a Latin word: no search finds the word.',
  wrong: '<p>the Dep\u0430rtment of State</p>',
  right: '<p>the Department of State, Государственный департамент, 10 µm</p>',
  visitor: ({ report }) => ({
    traits: TRAIT.unusual,
    flow(flow) {
      for (const match of flow.text.matchAll(/[\p{L}\p{M}]+/gu)) {
        const word = match[0];
        if (!FOREIGN.test(word) || !/[a-z]/i.test(word)) continue;
        report(flow.span(match.index, match.index + word.length), `“${word}” mixes two scripts`);
      }
    },
  }),
};

/** Cyrillic and Greek letters that have a Latin twin. */
const FOREIGN = /[АВЕКМНОРСТУХасеорхуіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]/u;
