import type { Rule } from './rule.js';
import { attr, textIn } from './tree.js';

export const sourceNoteText: Rule = {
  id: 'source-note-text',
  severity: 'warning',
  profile: 'frus',
  why: 'A numbered source note begins with “Source:”; one that doesn’t is often an ordinary note wrongly typed.',
  wrong: '<head>1. Telegram<note n="1" type="source">Department of State, Central Files.</note></head>',
  right: '<head>1. Telegram<note n="1" type="source">Source: Department of State, Central Files.</note></head>',
  visitor: ({ report, of }) => ({
    elements: {
      note(note) {
        if (attr(note, 'type') !== 'source' || attr(note, 'rend') === 'inline') return;
        const text = textIn(of.scan, note).trim();
        // Electronic volumes put a summary first.
        if (!/^\[?Sources?\s*:|^Summary:/.test(text))
          report(note, `The source note begins “${text.slice(0, 24)}”, not “Source:”`);
      },
    },
  }),
};
