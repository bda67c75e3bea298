import { withoutLigatures } from '../../text/ligatures.js';
import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const unicodeForm: Rule = {
  id: 'unicode-form',
  severity: 'warning',
  profile: 'tei',
  why: 'A ligature of typesetting (ﬁ) or an accent apart from its letter looks like the word, but no search finds it: text is in Unicode’s form NFC, a letter each.',
  wrong: '<p>the o\ufb03cial attache\u0301</p>',
  right: '<p>the official attaché</p>',
  fixes: true,
  visitor: ({ report, of }) => ({
    traits: TRAIT.unusual,
    flow(flow) {
      for (const { 0: found, index } of flow.text.matchAll(APART)) {
        const usual = composed(found);
        if (usual === found) continue;
        const end = index + found.length;
        const span = flow.span(index, end);
        const fix = flow.plain(of.scan, index, end) ? { fix: [{ ...span, text: usual }] } : {};
        const what = LIGATURE.test(found) ? 'The ligature' : 'The letter and its accent apart,';
        report(span, `${what} “${found}” is to be “${usual}”`, fix);
      }
    },
  }),
};

const LIGATURE = /[\ufb00-\ufb06]/;
const APART = /[\ufb00-\ufb06]|\p{L}\p{M}+/gu;

/** Text in form NFC, ligatures of typesetting as the letters that they show. */
export const composed = (text: string): string => withoutLigatures(text.normalize('NFC'));
