import type { Rule } from './rule.js';
import { attr, sibling } from './tree.js';

export const notesInARow: Rule = {
  id: 'notes-in-a-row',
  severity: 'warning',
  profile: 'frus',
  why: 'Two notes in a row need a space between them, or their numbers 2 and 3 read as 23.',
  wrong: '<p>As agreed.<note n="2">One.</note><note n="3">Two.</note></p>',
  right: '<p>As agreed.<note n="2">One.</note> <note n="3">Two.</note></p>',
  fixes: true,
  visitor: ({ report }) => ({
    elements: {
      note(note) {
        const before = sibling(note, -1);
        if (before?.type !== 'element' || before.name !== 'note' || attr(before, 'rend') === 'inline') return;
        report(note, 'No space between two notes', { fix: [{ start: note.start, end: note.start, text: ' ' }] });
      },
    },
  }),
};
