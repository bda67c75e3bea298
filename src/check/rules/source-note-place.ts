import type { Rule } from './rule.js';
import { attr, childElements, content, documentOf } from './tree.js';

export const sourceNotePlace: Rule = {
  id: 'source-note-place',
  severity: 'warning',
  profile: 'frus',
  why: 'The numbered source note is the last thing in the head.',
  wrong:
    '<div type="document" xml:id="d1"><head>1. Telegram</head><p>Text.<note n="1" xml:id="d1fn1" type="source">Source: Files.</note></p></div>',
  right:
    '<div type="document" xml:id="d1"><head>1. Telegram<note n="1" xml:id="d1fn1" type="source">Source: Files.</note></head><p>Text.</p></div>',
  visitor: ({ report }) => ({
    elements: {
      note(note) {
        if (attr(note, 'type') !== 'source' || attr(note, 'rend') === 'inline' || !documentOf(note)) return;
        const { parent } = note;
        // On the file's name in an opener of the oldest volumes stands a note about it: source-note-text tells that it is none.
        if (parent?.name === 'opener' && childElements(parent, 'seg').length > 0) return;
        if (parent?.name !== 'head') report(note, `The source note stands in “${parent?.name}”, not in the head`);
        else if (content(parent).at(-1) !== note) report(note, 'The source note is not the last thing in the head');
      },
    },
  }),
};
