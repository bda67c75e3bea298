import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const quoteDirection: Rule = {
  id: 'quote-direction',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'A quotation mark opens before a word and closes behind it; an apostrophe for left-out digits or letters is ’.',
  wrong: '<p>the “Congress“ of FY ‘60</p>',
  right: '<p>the “Congress” of FY ’60</p>',
  visitor: ({ report }) => ({
    traits: TRAIT.turnedQuote,
    flow(flow) {
      const { text } = flow;
      for (const [mark, wrong] of MARKS) {
        for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
          if (wrong(text[at - 1] ?? '', text[at + 1] ?? '', text.slice(at + 1, at + 5))) {
            report(flow.span(at, at + 1), `${mark} faces the wrong way`);
          }
        }
      }
    },
  }),
};

const WORD = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
const ENDS = /[\p{L}\p{N}.,;:!?)]/u;
const AFTER = /[\s.,;:)!?\]]/;
const BEFORE = /[\s([]/;

/** By the character before, the one behind, and a few more: “ for a closing mark, ” for an opening one, ‘ for an apostrophe. */
const MARKS: readonly (readonly [string, (before: string, behind: string, more: string) => boolean])[] = [
  ['“', (before, behind) => (behind === '' || AFTER.test(behind)) && ENDS.test(before)],
  ['”', (before, behind) => (before === '' || BEFORE.test(before)) && WORD.test(behind)],
  [
    '‘',
    (before, behind, more) =>
      before === '' || /\s/.test(before) ? /^\d\ds?(?!\w)/.test(more) : LETTER.test(before) && LETTER.test(behind),
  ],
];
