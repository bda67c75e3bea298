import type { ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attr, edgeText, sibling, textIn } from './tree.js';

export const printedNoteNumber: Rule = {
  id: 'printed-note-number',
  severity: 'warning',
  profile: 'frus',
  why: 'The number of a note stands in @n, and readers see it from there: printed in the text before the note, or in the note before its words, it is seen twice.',
  wrong: '<p>It was agreed.2<note n="2" xml:id="d1fn2">2. Not printed.</note></p>',
  right: '<p>It was agreed.<note n="2" xml:id="d1fn2">Not printed.</note></p>',
  visitor: ({ report, of }) => ({
    elements: {
      note(note) {
        const n = attr(note, 'n');
        if (!n) return;
        const before = sibling(note, -1);
        if (before?.type === 'text' && endsWithMark(before.raw, n)) {
          const end = before.start + before.raw.trimEnd().length;
          report({ start: end - n.length, end }, `The number of note ${n} is printed before it`, { hint: 'Drop it.' });
        } else if (before?.type === 'element' && isRaised(before) && textIn(of.scan, before).trim() === n) {
          report(before, `The number of note ${n} is printed before it`, { hint: 'Drop it.' });
        }
        if (edgeText(of.scan, note, 'first').match(/^\s*\[?(\d+|\*+)[.)\]]\s/)?.[1] === n)
          report(note, `Note ${n} begins with its number`, { hint: 'Drop it.' });
      },
    },
  }),
};

/** Behind a word or its mark of punctuation a number is no quantity; behind a capital (`A3`), a slash or a digit it may be. */
function endsWithMark(raw: string, n: string): boolean {
  const text = raw.trimEnd();
  return text.endsWith(n) && /(?:\p{Ll}|\p{L}[.,;:?!’”)\]]+)$/u.test(text.slice(0, -n.length));
}

const isRaised = (element: ScanElement): boolean =>
  element.name === 'hi' && /super|sup\b/.test(attr(element, 'rend') ?? '');
