import type { Rule } from './rule.js';
import { sequence } from './sequence.js';
import { attribute, isDocument } from './tree.js';

export const documentSequence: Rule = {
  id: 'document-sequence',
  severity: 'error',
  profile: 'frus',
  why: 'The documents of a volume are numbered without gap; a letter (9A) follows its number.',
  wrong: '<body><div type="document" xml:id="d1" n="1"/><div type="document" xml:id="d3" n="3"/></body>',
  right: '<body><div type="document" xml:id="d1" n="1"/><div type="document" xml:id="d2" n="2"/></body>',
  visitor: ({ report }) => {
    let due = sequence();
    return {
      elements: {
        div(div) {
          const n = attribute(div, 'n');
          const match = isDocument(div) ? n?.value.match(/^(\d+)([A-Za-z]?)$/) : undefined;
          if (!n || !match) return;
          const wanted = due(Number(match[1]), match[2] !== '');
          if (wanted !== undefined) report(n, `Document ${n.value} stands where ${wanted} is due`);
        },
      },
      forget() {
        due = sequence();
      },
    };
  },
};
