/** What of a conversion is worth a reviewer's look. */

import type { Authority } from '../../authority/types.js';
import type { MarkKind } from '../../decisions/decision.js';
import { MARK_KINDS, NONE, UNLISTED } from '../../decisions/decision.js';
import type { Alternative, Diagnostic } from '../../diagnostic.js';
import { KINDS } from '../../resolve/decided/kinds.js';
import { noteText } from '../../resolve/notes/place.js';
import { overlap } from '../../text-range.js';
import type { Document, Mark, Note } from '../../tree.js';
import { type Doubt, type DoubtKind, type NoteKey, type Option, WITHOUT_LINK } from './model.js';

/**
 * Below these probabilities a choice is shown as doubtful: where models are well calibrated a look pays late, where editors
 * differ among themselves (italics, terms) it pays only where the model is really torn.
 */
export const WORTH: Readonly<Record<DoubtKind, number>> = {
  note: 0.99,
  person: 0.9,
  block: 0.9,
  reference: 0.75,
  term: 0.75,
  party: 0.75,
  date: 0.75,
  emphasis: 0.5,
};

/** Diagnostics by their codes’ beginnings. */
const CODES: readonly (readonly [string, DoubtKind])[] = [
  ['note-', 'note'],
  ['block-', 'block'],
  ...MARK_KINDS.map((kind) => [KINDS[kind].settles, kind] as const),
];

const kindOf = (code: string): DoubtKind | undefined => CODES.find(([start]) => code.startsWith(start))?.[1];

const OPENING = 60;

/** By what a note is known when its document has changed. */
export const noteKey = ({ source }: Document, note: Note): NoteKey => {
  const { n, text } = noteText(source, note);
  return { n, opening: text.slice(0, OPENING) };
};

const REND: Readonly<Record<string, string>> = { roman: NONE };

/** Words for a choice. */
function labelOf(kind: DoubtKind, choice: string, authority: Authority | undefined): string {
  if (choice === NONE) return kind === 'emphasis' ? 'not emphasised' : kind === 'person' ? 'no tag' : 'none of these';
  if (choice === UNLISTED) return WITHOUT_LINK;
  if (kind === 'person') return authority?.persons.find(({ id }) => `#${id}` === choice)?.name ?? choice;
  if (kind === 'term') {
    const term = authority?.terms.find(({ id }) => `#${id}` === choice);
    return term ? `${term.name}: ${term.expansion}` : choice;
  }
  return choice;
}

/** A report’s alternatives as choices: `#p_A1 (Allison, John M.)` is `#p_A1`, `footnote: #d3fn2` is `#d3fn2`. */
function choiceOf(kind: MarkKind, { choice }: Alternative): string | undefined {
  if (kind === 'person' || kind === 'term') return /^#[^\s(]+/.exec(choice)?.[0];
  if (kind === 'reference') return /(?:^|: )(\S+)$/.exec(choice)?.[1];
  if (kind === 'emphasis') return REND[choice];
  return undefined;
}

function markDoubt(
  diagnostic: Diagnostic,
  kind: MarkKind,
  marks: readonly Mark[],
  authority: Authority | undefined,
): Doubt | undefined {
  const { code, start, end, p = 1, message, alternatives = [] } = diagnostic;
  const { is, stated } = KINDS[kind];
  const mark = marks.find((one) => is(one) && one.start === start && one.end === end);
  const isUntagged = code === 'person-untagged' && !marks.some((one) => is(one) && overlap(one, { start, end }));
  if (!mark && !isUntagged) return undefined;
  const option = (choice: string, q: number): Option => ({ choice, p: q, label: labelOf(kind, choice, authority) });
  const choice = mark ? stated(mark) : NONE;
  const options = alternatives.flatMap((one) => {
    const other = choiceOf(kind, one);
    return other === undefined || other === choice ? [] : [option(other, one.p)];
  });
  return { kind, start, end, words: '', message, p, current: option(choice, p), options };
}

function noteDoubt(document: Document, diagnostic: Diagnostic): Doubt | undefined {
  const { start, end, message, p = 1, alternatives = [] } = diagnostic;
  const missing = diagnostic.code === 'note-without-place';
  const at = document.placements.find((one) => {
    const note = document.notes[one.note]!;
    return missing
      ? one.decision.state === 'missing' && note.label.span.start === start
      : one.start === start && one.end === end;
  });
  if (!at) return undefined;
  const options = alternatives.map(
    (one): Option => ({ ...one, label: one.start === undefined ? 'nowhere in the text' : one.choice }),
  );
  const here: Option = missing
    ? { choice: 'nowhere', p, label: 'nowhere in the text' }
    : { choice: 'here', p, label: 'here', start, end };
  return {
    kind: 'note',
    start,
    end,
    words: '',
    message,
    p,
    current: here,
    options,
    note: noteKey(document, document.notes[at.note]!),
  };
}

function blockDoubt({ start, end, message, p = 1, choice = '', alternatives = [] }: Diagnostic): Doubt {
  const options = alternatives.map((one): Option => ({ ...one, label: one.choice }));
  return { kind: 'block', start, end, words: '', message, p, current: { choice, p, label: choice }, options };
}

/** Doubts of a converted document, in the order of the text. `doubt` is one threshold for all kinds. */
export function doubtsOf(document: Document, authority: Authority | undefined, doubt?: number): Doubt[] {
  const { text } = document.source;
  const found = document.diagnostics.flatMap((diagnostic): Doubt[] => {
    const kind = kindOf(diagnostic.code);
    const { p, code, start, end } = diagnostic;
    if (!kind || p === undefined) return [];
    const open = code === 'person-open' || code === 'note-without-place' || code === 'reference-dangling';
    if (!open && p >= (doubt ?? WORTH[kind])) return [];
    const one =
      kind === 'note'
        ? noteDoubt(document, diagnostic)
        : kind === 'block'
          ? blockDoubt(diagnostic)
          : markDoubt(diagnostic, kind, document.marks, authority);
    return one ? [{ ...one, words: text.slice(start, end).replace(/\s+/g, ' ') }] : [];
  });
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
