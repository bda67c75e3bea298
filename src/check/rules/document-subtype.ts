import type { Rule } from './rule.js';
import { attribute, isDocument } from './tree.js';

export const documentSubtype: Rule = {
  id: 'document-subtype',
  severity: 'warning',
  profile: 'frus',
  why: 'A document says what it is: subtype="historical-document" or "editorial-note".',
  wrong: '<div type="document" xml:id="d1" n="1"/>',
  right: '<div type="document" subtype="historical-document" xml:id="d1" n="1"/>',
  visitor: ({ report }) => ({
    elements: {
      div(div) {
        if (!isDocument(div)) return;
        const subtype = attribute(div, 'subtype');
        if (!subtype) report(div, 'The document has no @subtype');
        else if (!KINDS.has(subtype.value)) report(subtype, `“${subtype.value}” is no subtype of documents`);
      },
    },
  }),
};

const KINDS = new Set(['historical-document', 'editorial-note', 'index', 'errata', 'errata_document-numbering-error']);
