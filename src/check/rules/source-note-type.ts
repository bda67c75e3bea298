import type { Rule } from './rule.js';
import { around, attr, textIn } from './tree.js';

export const sourceNoteType: Rule = {
  id: 'source-note-type',
  severity: 'warning',
  profile: 'frus',
  why: 'A note of the head that begins “Source:” is the source note and says so: type="source".',
  wrong: '<head>1. Telegram<note n="1" xml:id="d1fn1">Source: Department of State.</note></head>',
  right: '<head>1. Telegram<note n="1" xml:id="d1fn1" type="source">Source: Department of State.</note></head>',
  fixes: true,
  visitor: ({ report, of }) => ({
    elements: {
      note(note) {
        if (attr(note, 'type') !== undefined || !around(note, 'head')) return;
        if (!/^\s*\[?Sources?:/.test(textIn(of.scan, note))) return;
        const at = note.attributes.at(-1)?.end ?? note.start + 1 + note.written.length;
        report(note, 'The source note has no @type', { fix: [{ start: at, end: at, text: ' type="source"' }] });
      },
    },
  }),
};
