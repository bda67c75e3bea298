import type { Rule } from './rule.js';
import { attr, content } from './tree.js';

export const noteLoneParagraph: Rule = {
  id: 'note-lone-paragraph',
  severity: 'warning',
  profile: 'frus',
  why: 'A source note of one block holds its text directly: a p is for notes of several paragraphs.',
  wrong: '<head>1. Telegram<note n="1" type="source"><p>Source: Files.</p></note></head>',
  right: '<head>1. Telegram<note n="1" type="source">Source: Files.</note></head>',
  fixes: true,
  visitor: ({ report }) => ({
    elements: {
      note(note) {
        if (attr(note, 'type') !== 'source') return;
        const [only, more] = content(note);
        if (more || only?.type !== 'element' || only.name !== 'p') return;
        const fix = [
          { start: note.tagEnd, end: only.tagEnd, text: '' },
          { start: only.closeStart, end: note.closeStart, text: '' },
        ];
        report(only, 'A source note of one block has a p', only.attributes.length === 0 ? { fix } : {});
      },
    },
  }),
};
