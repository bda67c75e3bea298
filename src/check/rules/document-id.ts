import { numberInId } from '../../document-id.js';
import type { Rule } from './rule.js';
import { attr, attribute, isDocument } from './tree.js';

export const documentId: Rule = {
  id: 'document-id',
  severity: 'error',
  profile: 'frus',
  edited: true,
  why: 'The id of a document is “d” and its number, which stands in @n: d38, d9A.',
  wrong: '<div type="document" xml:id="d39" n="38"><head>38. Letter</head></div>',
  right: '<div type="document" xml:id="d38" n="38"><head>38. Letter</head></div>',
  visitor: ({ report }) => ({
    elements: {
      div(div) {
        if (!isDocument(div)) return;
        const id = attribute(div, 'xml:id');
        const n = attr(div, 'n');
        if (!id) report(div, 'A document without xml:id');
        else if (numberInId(id.value) === undefined) report(id, `“${id.value}” is no document id`);
        else if (n === undefined) report(div, `Document ${id.value} has no @n`);
        else if (/^\d+[A-Za-z]?$/.test(n) && id.value !== `d${n}`)
          report(id, `The id of document ${n} is “${id.value}”, not “d${n}”`);
      },
    },
  }),
};
