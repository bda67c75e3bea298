/** What a person should know of a text whatever the models make of it. */

import type { Diagnostic } from '../../diagnostic.js';
import { numberInId } from '../../document-id.js';
import type { Source, Span } from '../../source.js';
import type { Context } from '../../tree.js';
import { codePoint, FORBIDDEN } from '../../xml/characters.js';
import type { Line } from '../lines/chunks.js';
import type { RawNote } from '../notes/index.js';
import { unreadNotes } from '../notes/unread.js';
import { noteOrder } from './note-order.js';
import { pageFindings } from './pages.js';
import { severalDocuments } from './several.js';

/** Characters that part lines of a text, though no XML document can hold them. */
const LINE_ENDS = '\v\f';

function empty(text: string, lines: readonly Line[]): Diagnostic[] {
  if (lines.length > 0) return [];
  return [
    {
      code: 'document-empty',
      severity: 'warning',
      message: 'there is no text in it',
      start: 0,
      end: text.length,
      hint: 'look whether the right file was given',
    },
  ];
}

/** Characters that XML can't hold, in a word. */
export function forbidden(text: string): Diagnostic[] {
  let count = 0;
  let at = 0;
  for (const { 0: character, index } of text.matchAll(FORBIDDEN)) {
    if (LINE_ENDS.includes(character)) continue;
    if (count === 0) at = index;
    count++;
  }
  if (count === 0) return [];
  const others = count > 1 ? `, the first of ${count},` : '';
  return [
    {
      code: 'character-forbidden',
      severity: 'warning',
      message: `the character ${codePoint(text[at]!)}${others} can’t stand in XML and is left out`,
      start: at,
      end: at + 1,
      hint: 'look whether the text was damaged, or is in an encoding other than the one it was read in',
    },
  ];
}

const emptyNotes = (notes: readonly RawNote[]): Diagnostic[] =>
  notes
    .filter(({ paragraphs }) => paragraphs.length === 0)
    .map(({ n, labelFrom, labelTo }) => ({
      code: 'note-empty',
      severity: 'warning',
      message: `note ${n} has no text`,
      start: labelFrom,
      end: labelTo,
      hint: 'look for its text in the source',
    }));

/** The printed number, where the identifier says another. */
function numbers({ id }: Context, printed: string | undefined, head: Span | undefined): Diagnostic[] {
  const number = numberInId(id);
  if (!head || printed === undefined || number === undefined || number === printed) return [];
  return [
    {
      code: 'number-differs',
      severity: 'warning',
      message: `the heading’s number is ${printed}, the identifier is ${id}`,
      start: head.start,
      end: head.end,
      hint: 'name the file after the number, or give the identifier with --doc',
    },
  ];
}

/** All of that. `printed` is the number in the heading, `head` where that stands. */
export function findings(
  source: Source,
  lines: readonly Line[],
  notes: readonly RawNote[],
  context: Context,
  printed: string | undefined,
  head: Span | undefined,
): Diagnostic[] {
  const { text, origin } = source;
  return [
    ...empty(text, lines),
    // Where the lines were set anew, these are looked for in the text as it stands.
    ...(origin ? [] : forbidden(text)),
    ...emptyNotes(notes),
    ...noteOrder(source, lines, notes),
    ...(notes.length === 0 ? unreadNotes(source, lines) : []),
    ...pageFindings(text),
    ...severalDocuments(source, lines),
    ...numbers(context, printed, head),
  ];
}
