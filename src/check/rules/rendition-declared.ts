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
  visitor: ({ report, of }) => {
    const told = new Set<string>();
    let declares: boolean | undefined;
    return {
      attributes: {
        rendition(attribute) {
          if (!of.whole) return;
          declares ??= of.scan.text.includes('<tagsDecl');
          if (!declares) return;
          for (const { value, ...place } of pointers(attribute)) {
            const id = value.slice(1);
            if (!value.startsWith('#') || of.ids.has(id) || of.included.has(id) || told.has(value)) continue;
            told.add(value);
            report(place, `The rendition “${value}” is not declared`);
          }
        },
      },
      forget() {
        told.clear();
        declares = undefined;
      },
    };
  },
};
