import { isOwnPage } from '../../text/own-page.js';
import type { ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attr, attribute, documentOf } from './tree.js';

export const pageId: Rule = {
  id: 'page-id',
  severity: 'error',
  profile: 'frus',
  edited: true,
  why: 'A page break carries its number in @n and the id “pg_” and that number, which is what “page 81” links to.',
  wrong: '<p>text <pb n="81" xml:id="pg_82"/> text</p>',
  right: '<p>text <pb n="81" xml:id="pg_81"/> text</p>',
  visitor: ({ report }) => ({
    elements: {
      pb(pb) {
        const n = attr(pb, 'n');
        const id = attribute(pb, 'xml:id');
        if (!n) report(pb, 'A page break without @n');
        else if (!id) report(pb, `Page ${n} has no xml:id`);
        else if (id.value !== `pg_${n}` && !isOwnPage(id.value, owner(pb)))
          report(id, `The id of page ${n} is “${id.value}”, not “pg_${n}”`);
      },
    },
  }),
};

const owner = (pb: ScanElement): string | undefined => {
  const document = documentOf(pb);
  return document && attr(document, 'xml:id');
};
