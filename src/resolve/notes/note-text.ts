/** What a note says of the place where it hangs: it often quotes its words and numbers, or names what it is about. */

import type { NoteText } from './marks.js';

/** A note's text, read once. */
export interface Reading {
  /** Its words of three letters and more, and its numbers, in lower case without accents. */
  readonly words: ReadonlySet<string>;
  /** Its first word. */
  readonly opening: string;
  readonly kind: string;
}

/** What notes talk of, by how they say it; the first that matches names the note's kind. A row more is a kind more. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['source', /^Source:/],
  ['signed-copy', /(?:typed|stamped|original|that (?:bears|indicates)).{0,60}(?:signature|signed)|signed the original/],
  ['initialed', /initial/],
  ['brackets', /^(?:All )?(?:[Bb]rackets|\[?[Tt]ext not declassified|\[?[\d½ ]+ (?:line|word|paragraph)s?)/],
  ['ellipsis', /^(?:All )?[Ee]llips[ie]s|^Omission/],
  ['handwritten', /[Hh]andwritten|[Ii]n the margin|marginal/],
  ['see', /^(?:See|For text|For|Cf\.)/],
  [
    'printed',
    /^(?:Not printed|Printed|Not found|Neither|None|Document \d|Dated|Attached|Telegram|In telegram|Reference)/,
  ],
  ['ibid', /^Ibid/],
];

const OPENING = /^[“"([]*(\S+?)[.,;:’”)\]]*(?:\s|$)/;

/** What a note is about stands in its first lines. */
const READ = 600;

export const WORDS = /\p{L}[\p{L}\p{M}]{2,}|\d+/gu;

const ASCII = /^[\0-\x7f]*$/;

export const fold = (word: string): string =>
  ASCII.test(word) ? word.toLowerCase() : word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function readNote(note: NoteText): Reading {
  const text = note.text.slice(0, READ);
  const words = new Set<string>();
  for (const [word] of text.matchAll(WORDS)) words.add(fold(word));
  const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
  return { words, opening: OPENING.exec(text)?.[1] ?? '', kind };
}
