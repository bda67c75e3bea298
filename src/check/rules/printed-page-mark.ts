import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';

export const printedPageMark: Rule = {
  id: 'printed-page-mark',
  severity: 'warning',
  profile: 'frus',
  why: 'A mark such as [Page 81] in the text is the page break of a transcript: the edition has a pb there, which links lead to.',
  wrong: '<p>the security [Page 81] treaty</p>',
  right: '<p>the security <pb n="81" xml:id="pg_81"/> treaty</p>',
  visitor: ({ report }) => ({
    traits: TRAIT.bracket,
    flow(flow) {
      for (const { 0: mark, 1: n, index } of flow.text.matchAll(/\[Page ([\divxlc]+)\]/gi)) {
        report(flow.span(index, index + mark.length), `“${mark}” stands in the text as characters`, {
          hint: `Write <pb n="${n}" xml:id="pg_${n}"/>.`,
        });
      }
    },
  }),
};
