import type { Rule } from './rule.js';
import { attr, isBlankInside } from './tree.js';

export const emptyNote: Rule = {
  id: 'empty-note',
  severity: 'warning',
  profile: 'tei',
  why: 'A note without a word in it is a note whose text got lost; one that repeats another points to it with @target or @sameAs.',
  wrong: '<p>Text.<note n="2"/></p>',
  right: '<p>Text.<note n="2">See below.</note></p>',
  visitor: ({ report, of }) => ({
    elements: {
      note(note) {
        if (!isBlankInside(of.scan, note)) return;
        if (attr(note, 'target') || attr(note, 'sameAs') || attr(note, 'copyOf')) return;
        const holds = of.scan.nodes
          .slice(note.at + 1, note.until)
          .some((node) => node.type === 'element' && KEEPS.has(node.name));
        if (!holds) report(note, 'The note is empty');
      },
    },
  }),
};

const KEEPS = new Set(['graphic', 'figure', 'gap', 'media', 'ptr', 'formula']);
