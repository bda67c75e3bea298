import { oneLine } from '../../text/one-line.js';
import type { Scan, ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attr, childElements, firstDescendant, isDocument, textIn } from './tree.js';

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
        // A source note without its type is source-note-type's; a document that is withheld names its source in the text.
        const tells = (element: ScanElement): boolean => SOURCE.test(textIn(of.scan, element));
        if (firstDescendant(of.scan, div, 'note', (note) => attr(note, 'type') === 'source' || tells(note))) return;
        if (firstDescendant(of.scan, div, 'p', tells)) return;
        // The oldest volumes have the file's name in a seg of the opener.
        if (firstDescendant(of.scan, div, 'seg', (seg) => attr(seg, 'rend') === 'inline')) return;
        if (isEnclosure(of.scan, div)) return;
        const [head] = childElements(div, 'head');
        if (head && /editorial note|^\[?\d*\.? ?\]? ?Note\b/i.test(oneLine(textIn(of.scan, head, 'note')))) return;
        const untyped = head && firstDescendant(of.scan, head, 'note');
        const hint = 'If the note of the head is it, it begins “Source:” and has type="source".';
        report(div, 'The document has no source note', untyped ? { hint } : {});
      },
    },
  }),
};

const SOURCE = /^\s*(?:\[?Sources?:|\[Source,)/;

/** Older volumes print what is enclosed as a document of its own, below the one whose source note holds for both. */
function isEnclosure(scan: Scan, div: ScanElement): boolean {
  const [first] = childElements(div).filter(({ name }) => name === 'opener' || name === 'head');
  return first !== undefined && ENCLOSED.test(textIn(scan, first, 'note'));
}
const ENCLOSED = /^\s*\[\s*(?:sub-?)?(?:annex|appendix|attachment|enclosure)\b/i;
