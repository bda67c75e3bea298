import type { ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attr, attribute, documentOf } from './tree.js';

export const noteId: Rule = {
  id: 'note-id',
  severity: 'error',
  profile: 'frus',
  why: 'The id of a note is that of its document, “fn” and its number: links are written from that form.',
  wrong: '<div type="document" xml:id="d38" n="38"><p>Text.<note n="2" xml:id="d37fn2">See.</note></p></div>',
  right: '<div type="document" xml:id="d38" n="38"><p>Text.<note n="2" xml:id="d38fn2">See.</note></p></div>',
  visitor: ({ report }) => ({
    elements: {
      note(note) {
        const document = documentOf(note);
        const n = attr(note, 'n');
        if (!document || n === undefined) return;
        const id = attribute(note, 'xml:id');
        const owner = ownerOf(document, id?.value);
        if (!id) report(note, `Note ${n} has no xml:id`);
        else if (/^\d+[a-z]?$/.test(n) && id.value !== `${owner}fn${n}`) {
          report(id, `The id of note ${n} is “${id.value}”, not “${owner}fn${n}”`);
        } else if (!id.value.startsWith(`${owner}fn`)) {
          report(id, `The id of note ${n}, “${id.value}”, does not begin with “${owner}fn”`);
        }
      },
    },
  }),
};

/** What the id of a note begins with. Where the document's own id is not of its number, document-id tells of that, and notes of either are right. */
function ownerOf(document: ScanElement, note: string | undefined): string | undefined {
  const number = attr(document, 'n');
  return number && note?.startsWith(`d${number}fn`) ? `d${number}` : attr(document, 'xml:id');
}
