import type { ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attr, attribute, descendants, isDocument } from './tree.js';

export const noteNumbering: Rule = {
  id: 'note-numbering',
  severity: 'error',
  profile: 'frus',
  why: 'The notes of a document count 1, 2, 3 without gap or repetition, attachments included. A letter (60a) may follow its number; symbols stand aside.',
  wrong: '<div type="document" xml:id="d1"><p>One<note n="1">a</note> two<note n="3">b</note></p></div>',
  right: '<div type="document" xml:id="d1"><p>One<note n="1">a</note> two<note n="2">b</note></p></div>',
  visitor: ({ report, of }) => ({
    elements: {
      div(div) {
        if (!isDocument(div)) return;
        let last = 0;
        for (const note of descendants(of.scan, div, 'note')) {
          const match = attr(note, 'n')?.match(/^(\d+)([a-z]?)$/);
          if (!match) continue;
          const n = Number(match[1]);
          const wanted = match[2] ? last : last + 1;
          if (n !== wanted) report(place(note), `Note ${match[0]} stands where ${wanted} is due`);
          last = n;
        }
      },
    },
  }),
};

const place = (note: ScanElement) => attribute(note, 'n') ?? note;
