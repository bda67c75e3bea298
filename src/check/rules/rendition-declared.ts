import { pointers } from './pointer.js';
import type { Rule } from './rule.js';

export const renditionDeclared: Rule = {
  id: 'rendition-declared',
  severity: 'error',
  profile: 'tei',
  why: 'Every @rendition points at a rendition of tagsDecl: one that isn’t declared has no form.',
  wrong:
    '<TEI><teiHeader><tagsDecl><rendition xml:id="left"/></tagsDecl></teiHeader><text><p rendition="#right">Text.</p></text></TEI>',
  right:
    '<TEI><teiHeader><tagsDecl><rendition xml:id="right"/></tagsDecl></teiHeader><text><p rendition="#right">Text.</p></text></TEI>',
  run: ({ report, ids, included, whole, scan }) => {
    if (!whole || !scan.text.includes('<tagsDecl')) return {};
    const told = new Set<string>();
    return {
      any(element) {
        for (const attribute of element.attributes) {
          if (attribute.name !== 'rendition') continue;
          for (const { value, ...place } of pointers(attribute)) {
            if (!value.startsWith('#') || ids.has(value.slice(1)) || included.has(value.slice(1)) || told.has(value))
              continue;
            told.add(value);
            report(place, `The rendition “${value}” is not declared`);
          }
        }
      },
    };
  },
};
