import type { Rule } from './rule.js';
import { around } from './tree.js';

export const nestedNote: Rule = {
  id: 'nested-note',
  severity: 'error',
  profile: 'frus',
  why: 'Notes hold no notes: a note inside another has no place on the printed page.',
  wrong: '<p>Text.<note n="1">See <note n="2">below</note>.</note></p>',
  right: '<p>Text.<note n="1">See below.</note></p>',
  visitor: ({ report }) => ({
    elements: {
      note(note) {
        if (around(note, 'note')) report(note, 'A note stands inside a note');
      },
    },
  }),
};
