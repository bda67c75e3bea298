import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const quoteDirection: Rule = {
  id: 'quote-direction',
  severity: 'warning',
  profile: 'frus',
  why: 'A quotation mark opens before a word and closes behind it; an apostrophe for left-out digits or letters is ’.',
  wrong: '<p>the “Congress“ of FY ‘60</p>',
  right: '<p>the “Congress” of FY ’60</p>',
  run: ({ report }) => ({
    flow(flow) {
      const { text } = flow;
      if (!flow.has(TRAIT.curly)) return;
      for (const match of text.matchAll(FACING)) {
        const at = match.index;
        report(flow.span(at, at + 1), `${match[0]} faces the wrong way`);
      }
    },
  }),
};

/** “ glued to what it should close, ” glued to what it should open, ‘ for an apostrophe. */
const FACING =
  /(?<=[\p{L}\p{N}.,;:!?)])“(?=[\s.,;:)!?\]]|$)|(?<=[\s([]|^)”(?=[\p{L}\p{N}])|(?<=\s|^)‘(?=\d\ds?\b)|(?<=\p{L})‘(?=\p{L})|(?<=\p{L})‘(?=s\b)/gu;
