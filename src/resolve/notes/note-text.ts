/** What a note says of the place where it hangs: it often quotes its words and numbers, or names what it is about. */

import { literal, type Part, part } from '../../features/hashed.js';
import type { NoteText } from './marks.js';

/** A note's text, read once. */
export interface Reading {
  /** Its words of three letters and more, and its numbers, in lower case without accents. */
  readonly words: ReadonlySet<string>;
  /** Its first word. */
  readonly opening: Part;
  readonly kind: Part;
}

/** The kind of a note that says where the document was found. */
export const SOURCE = literal('source');
const OTHER = literal('other');

/** What notes talk of, by how they say it; the first that matches names the note's kind. A row more is a kind more. */
const KINDS: readonly (readonly [Part, RegExp])[] = [
  [SOURCE, /^Source:/],
  [
    literal('signed-copy'),
    /(?:typed|stamped|original|that (?:bears|indicates)).{0,60}(?:signature|signed)|signed the original/,
  ],
  [literal('initialed'), /initial/],
  [literal('brackets'), /^(?:All )?(?:[Bb]rackets|\[?[Tt]ext not declassified|\[?[\d½ ]+ (?:line|word|paragraph)s?)/],
  [literal('ellipsis'), /^(?:All )?[Ee]llips[ie]s|^Omission/],
  [literal('handwritten'), /[Hh]andwritten|[Ii]n the margin|marginal/],
  [literal('see'), /^(?:See|For text|For|Cf\.)/],
  [
    literal('printed'),
    /^(?:Not printed|Printed|Not found|Neither|None|Document \d|Dated|Attached|Telegram|In telegram|Reference)/,
  ],
  [literal('ibid'), /^Ibid/],
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
  for (const word of text.match(WORDS) ?? []) words.add(fold(word));
  const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? OTHER;
  return { words, opening: part(OPENING.exec(text)?.[1] ?? ''), kind };
}
