import type { Rule } from './rule.js';
import { attr, documentOf } from './tree.js';

export const noteWithoutNumber: Rule = {
  id: 'note-without-number',
  severity: 'warning',
  profile: 'frus',
  why: 'Every note but the inline source note of the older volumes carries its printed number or symbol in @n.',
  wrong: '<div type="document" xml:id="d1"><p>Text.<note xml:id="d1fn2">See.</note></p></div>',
  right: '<div type="document" xml:id="d1"><p>Text.<note n="2" xml:id="d1fn2">See.</note></p></div>',
  visitor: ({ report }) => ({
    elements: {
      note(note) {
        if (attr(note, 'n') || attr(note, 'rend') === 'inline' || attr(note, 'target')) return;
        if (documentOf(note)) report(note, 'A note without @n');
      },
    },
  }),
};
