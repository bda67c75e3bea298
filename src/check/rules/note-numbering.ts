import type { ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { sequence } from './sequence.js';
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
        const due = sequence(0);
        for (const note of descendants(of.scan, div, 'note')) {
          const n = attr(note, 'n') ?? '';
          const match = n.match(/^[\s([]*(\d+)([a-z]?)[\s.)\]]*$/);
          if (!match) continue;
          const number = match[1]! + match[2]!;
          const wanted = due(Number(match[1]), match[2] !== '');
          if (wanted !== undefined) report(place(note), `Note ${number} stands where ${wanted} is due`);
          else if (n !== number) report(place(note), `The number of note ${number} is written “${n}”`);
        }
      },
    },
  }),
};

const place = (note: ScanElement) => attribute(note, 'n') ?? note;
