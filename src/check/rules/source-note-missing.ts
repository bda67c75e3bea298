import type { Rule } from './rule.js';
import { attr, descendants, isDocument, textIn } from './tree.js';

export const sourceNoteMissing: Rule = {
  id: 'source-note-missing',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'A historical document says where its original lies: note[@type="source"], in the head or, in older volumes, inline before it.',
  wrong: '<div type="document" xml:id="d1" n="1"><head>1. Telegram From Tokyo</head><p>Text.</p></div>',
  right:
    '<div type="document" xml:id="d1" n="1"><head>1. Telegram From Tokyo<note n="1" xml:id="d1fn1" type="source">Source: Files.</note></head><p>Text.</p></div>',
  visitor: ({ report, of }) => ({
    elements: {
      div(div) {
        if (!isDocument(div) || attr(div, 'subtype') === 'editorial-note') return;
        const notes = descendants(of.scan, div, 'note');
        // A source note without its type is source-note-type's; a document that is withheld names its source in the text.
        if (notes.some((note) => attr(note, 'type') === 'source' || SOURCE.test(textIn(of.scan, note)))) return;
        if (descendants(of.scan, div, 'p').some((p) => SOURCE.test(textIn(of.scan, p)))) return;
        // The oldest volumes have the file's name in a seg of the opener.
        if (descendants(of.scan, div, 'seg').some((seg) => attr(seg, 'rend') === 'inline')) return;
        const head = descendants(of.scan, div, 'head')[0];
        if (head && /editorial\s+note|^\s*\[?\d*\.?\s*\]?\s*Note\b/i.test(textIn(of.scan, head, 'note'))) return;
        report(div, 'The document has no source note');
      },
    },
  }),
};

const SOURCE = /^\s*\[?Sources?:/;
