import { oneLine } from '../../text/one-line.js';
import type { Rule } from './rule.js';
import { attr, firstDescendant, isDocument, textIn } from './tree.js';

export const editorialNoteSource: Rule = {
  id: 'editorial-note-source',
  severity: 'warning',
  profile: 'frus',
  why: 'An editorial note is written by the editors: it has no source note.',
  wrong:
    '<div type="document" subtype="editorial-note" xml:id="d2"><head>2. Editorial Note<note n="1" type="source">Source: Files.</note></head><p>Text.</p></div>',
  right: '<div type="document" subtype="editorial-note" xml:id="d2"><head>2. Editorial Note</head><p>Text.</p></div>',
  visitor: ({ report, of }) => ({
    elements: {
      div(div) {
        if (!isDocument(div)) return;
        const head = firstDescendant(of.scan, div, 'head');
        const editorial =
          attr(div, 'subtype') === 'editorial-note' ||
          (head !== undefined && /^\[?\d*\.?\]? ?Editorial Note$/i.test(oneLine(textIn(of.scan, head, 'note'))));
        if (!editorial) return;
        const note = firstDescendant(of.scan, div, 'note', (each) => attr(each, 'type') === 'source');
        if (note) report(note, 'An editorial note has a source note');
      },
    },
  }),
};
