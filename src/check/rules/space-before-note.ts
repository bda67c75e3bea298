import { isSpace } from './characters.js';
import type { Rule } from './rule.js';
import { attr, isBlank, sibling } from './tree.js';

export const spaceBeforeNote: Rule = {
  id: 'space-before-note',
  severity: 'warning',
  profile: 'frus',
  why: 'A note is encoded where its number is printed, and the number is glued to the word before it.',
  wrong: '<p>in direction of Japan <note n="2">See below.</note></p>',
  right: '<p>in direction of Japan<note n="2">See below.</note></p>',
  fixes: true,
  visitor: ({ report }) => ({
    elements: {
      note(note) {
        const before = sibling(note, -1);
        if (before?.type !== 'text' || attr(note, 'rend') === 'inline') return;
        if (!isSpace(before.raw.charCodeAt(before.raw.length - 1))) return;
        const start = before.end - (before.raw.length - before.raw.trimEnd().length);
        if (isBlank(before)) {
          const further = sibling(before, -1);
          // Alone in a block, or after another note, or among blocks: not a mark in running text.
          if (further?.type !== 'element' || !INLINE_BEFORE.has(further.name)) return;
        }
        const place = { start, end: before.end };
        report(place, 'White space stands before a note', { fix: [{ ...place, text: '' }] });
      },
    },
  }),
};

const INLINE_BEFORE = new Set(
  'hi persName gloss ref placeName date q quote title name orgName term del time'.split(' '),
);
