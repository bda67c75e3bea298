import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';
import { within } from './tree.js';

export const hyphenRange: Rule = {
  id: 'hyphen-range',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'Ranges and file numbers have an en dash between their numbers: 1952–1954, pages 16–19, 794.5/8–155. No space stands beside it; a hyphen between two spaces is a dash. Before a time stands an em dash: June 5, 1955—3 p.m.',
  wrong: '<p>in 1952-1954, pages 16-19, paragraphs 90- 93, on June 5, 1955-3 p.m.</p>',
  right:
    '<p>in 1952–1954, pages 16–19, paragraphs 90–93, on June 5, 1955—3 p.m., on 1955-08-01, June 5, 1968 - 3 p.m., 2-1/2 times, ISBN 978-0-16-075875-6, ISSN 0028-0836, no. <idno>12-34</idno>, call (202) 512-1800 or 202-555-0100</p>',
  fixes: true,
  visitor: ({ report, of }) => ({
    traits: TRAIT.digitHyphen,
    flow(flow) {
      const { text } = flow;
      for (let at = text.indexOf('-', 1); at > 0; at = text.indexOf('-', at + 1)) {
        const from = text[at - 1] === ' ' ? at - 1 : at;
        const to = text[at + 1] === ' ' ? at + 2 : at + 1;
        if (!digit(text.charCodeAt(from - 1)) || !digit(text.charCodeAt(to))) continue;
        if (to - from === 3) continue;
        const { word, before } = wordAt(text, from, to);
        const number = word.replace(' ', '');
        if (NOT_RANGES.test(number) || isOneNumber(number, before)) continue;
        if (within(flow.holder(at), 'idno', 'ident')) continue;
        const span = flow.span(from, to);
        // Behind a space it may be the sign of a negative number.
        const [dash, named] = TIME.test(text.slice(to, to + 14)) ? ['—', 'em'] : ['–', 'en'];
        const fix = from === at && flow.plain(of.scan, from, to) ? { fix: [{ ...span, text: dash! }] } : {};
        report(span, `A hyphen stands for an ${named} dash in “${word}”`, fix);
      }
    },
  }),
};

const digit = (code: number): boolean => code >= 48 && code <= 57;

/** `3 p.m.`, `11:30 a. m.` */
const TIME = /^\d{1,2}(?::\d\d)? ?[ap]\. ?m\b/;

/** ISO dates, telephone numbers, mixed fractions, addresses, numbers of many parts such as an ISBN. */
const NOT_RANGES = /^\d{4}-\d\d-\d\d(?:\D|$)|^\(?\d{3}\)?-\d{3}-\d{4}|\d-\d+\/\d|:\/\/|@|^\d+(?:-\d+){3}/;

/** What only the word before tells: `(202) 512-1800`, `ISSN 0028-0836`. */
const isOneNumber = (word: string, before: string): boolean =>
  /\bIS[BS]N(?:-1[03])?:?\s+$/.test(before) || (/^\d{3}-\d{4}\b/.test(word) && /\(\d{3}\)\s+$/.test(before));

/** The word that the characters `start…end` join. */
function wordAt(text: string, start: number, end: number): { readonly word: string; readonly before: string } {
  let [from, to] = [start, end];
  while (from > 0 && start - from < 40 && !/\s/.test(text[from - 1]!)) from--;
  while (to < text.length && to - end < 40 && !/\s/.test(text[to]!)) to++;
  const word = text.slice(from, to).replace(/^[(“[]+|[)”\].,;:]+$/g, '');
  return { word, before: text.slice(Math.max(0, from - 12), from) };
}
