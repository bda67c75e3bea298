import { isOwnPage } from '../../text/own-page.js';
import type { Rule } from './rule.js';
import { sequence } from './sequence.js';
import { attr, attribute, documentOf } from './tree.js';

export const pageSequence: Rule = {
  id: 'page-sequence',
  severity: 'error',
  profile: 'frus',
  edited: true,
  why: 'Page numbers rise by one: a jump is a missing or misnumbered page break.',
  wrong: '<p>a <pb n="81" xml:id="pg_81"/> b <pb n="83" xml:id="pg_83"/> c</p>',
  right: '<p>a <pb n="81" xml:id="pg_81"/> b <pb n="82" xml:id="pg_82"/> c</p>',
  visitor: ({ report }) => {
    let due = sequence();
    return {
      elements: {
        pb(pb) {
          const n = attr(pb, 'n') ?? '';
          const document = documentOf(pb);
          if (!/^\d+$/.test(n) || isOwnPage(attr(pb, 'xml:id'), document && attr(document, 'xml:id'))) return;
          const page = Number(n);
          const wanted = due(page);
          if (wanted === undefined) return;
          report(attribute(pb, 'n') ?? pb, `Page ${page} follows page ${wanted - 1}`, {
            hint:
              page > wanted ? 'Is a page break missing, or the number wrong?' : 'Is a number wrong, or a page twice?',
          });
        },
      },
      forget() {
        due = sequence();
      },
    };
  },
};
