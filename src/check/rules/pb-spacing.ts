import type { Rule } from './rule.js';
import { isBlank, sibling } from './tree.js';

export const pbSpacing: Rule = {
  id: 'pb-spacing',
  severity: 'warning',
  profile: 'frus',
  why: 'Inside a text a page break has white space on both sides, or on neither where it splits a word.',
  wrong: '<p>replacing present <pb n="81" xml:id="pg_81"/>Security Treaty</p>',
  right: '<p>replacing present <pb n="81" xml:id="pg_81"/> Security Treaty</p>',
  fixes: true,
  visitor: ({ report }) => ({
    elements: {
      pb(pb) {
        const before = sibling(pb, -1);
        const after = sibling(pb, 1);
        if (before?.type !== 'text' || after?.type !== 'text' || isBlank(before) || isBlank(after)) return;
        const spaceBefore = /\s$/.test(before.raw);
        const spaceAfter = /^\s/.test(after.raw);
        if (spaceBefore === spaceAfter) return;
        // Before a comma or stop there is no space on either side: space-before-punctuation's business.
        if (/^\s*[,;:.]/.test(after.raw)) return;
        const at = spaceBefore ? pb.end : pb.start;
        const side = spaceBefore ? 'before but not behind' : 'behind but not before';
        report(pb, `White space stands ${side} the page break`, { fix: [{ start: at, end: at, text: ' ' }] });
      },
    },
  }),
};
