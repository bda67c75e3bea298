import { isLetter } from './characters.js';
import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const straightQuotes: Rule = {
  id: 'straight-quotes',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'The edition prints curly quotation marks and apostrophes; straight ones are typewriter leftovers. Feet, inches and minutes stay. Apostrophes inside words are mended; which way a quotation mark curls is for a person to say.',
  wrong: "<p>Suslov's speech to the “Congress” isn't of interest: 6'2\".</p>",
  right: '<p>Suslov’s speech to the “Congress” isn’t of interest: 6\'2".</p>',
  fixes: true,
  visitor: ({ report, of }) => ({
    traits: TRAIT.straight,
    flow(flow) {
      const { text } = flow;
      for (const match of text.matchAll(/["']/g)) {
        const at = match.index;
        if (FIGURE.test(text.slice(Math.max(0, at - 2), at)) && !WORD.test(text.slice(at, at + 2))) continue;
        const span = flow.span(at, at + 1);
        const inWord = match[0] === "'" && isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1));
        const fix = [{ ...span, text: '’' }];
        const mended = inWord && flow.plain(of.scan, at, at + 1) ? { fix } : {};
        report(span, match[0] === '"' ? 'A straight quotation mark' : 'A straight apostrophe', mended);
      }
    },
  }),
};

const FIGURE = /\d[ °"']?$/;
const WORD = /^['"]s?[\s\p{L}]/u;
