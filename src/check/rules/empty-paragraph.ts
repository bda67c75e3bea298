import type { Rule } from './rule.js';

export const emptyParagraph: Rule = {
  id: 'empty-paragraph',
  severity: 'error',
  profile: 'tei',
  why: 'A p without a word, picture or gap is a trace of layout, not a paragraph.',
  wrong: '<div><p>Text.</p><p> </p></div>',
  right: '<div><p>Text.</p></div>',
  visitor: ({ report, of }) => ({
    elements: {
      p(p) {
        for (let at = p.at + 1; at < p.until; at++) {
          const node = of.scan.nodes[at]!;
          if (node.type === 'text' && node.raw.trim() !== '') return;
          if (node.type === 'element' && !BARE.has(node.name)) return;
        }
        report(p, 'The paragraph is empty');
      },
    },
  }),
};

const BARE = new Set(['hi', 'lb', 'pb', 'seg', 'emph', 'persName', 'gloss']);
