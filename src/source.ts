/**
 * The text that is converted, and spans of it.
 *
 * Only {@link source} and {@link cut} mint a span, so no stage can make up text: whatever a tree holds is a piece of
 * the source, and the pieces of one span tile it.
 */

import { countWhile } from './count-while.js';
import type { Diagnostic } from './diagnostic.js';
import { madeOnce } from './made-once.js';
import { type Check, requireText, requireThat } from './options.js';
import { isObject, offset as isOffset } from './shapes.js';
import type { TextRange } from './text-range.js';

declare const minted: unique symbol;

/** A half-open range of UTF-16 code units, `start` ≤ `end`, of one {@link Source}. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly [minted]: true;
}

/** A named text. `name` is a path or `<stdin>`, as diagnostics print it. */
export interface Source {
  readonly name: string;
  readonly text: string;
  readonly span: Span;
  /** Set where the text was made from another: without what its carrier added, with notes moved, tables and lists laid out, or lines set anew. */
  readonly origin?: Origin;
}

/** The text that another was made from. What lies between two stretches that were kept is a line end on either side, or what is no part of the text: a line, a prefix, a character that nobody sees. */
export interface Origin {
  readonly source: Source;
  /** The characters `start…end` of the original stand at `from`; in order, the first at 0, the last to the end. Where lines were moved, in the order of `from`, and without anything between. */
  readonly kept: readonly { readonly from: number; readonly start: number; readonly end: number }[];
  /** Lines between the stretches that are no part of the text, by offsets of the original, in order. */
  readonly formeWork: readonly TextRange[];
  /** Set where lines were moved, and nothing else. */
  readonly moved?: true;
  /** What making it found, by offsets of the original. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Line and column, both counted from 1; columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const mint = (start: number, end: number): Span => ({ start, end }) as Span;

/**
 * Wrap a text; its one span covers all of it.
 *
 * @throws TypeError where the text is no string
 */
export function source(text: string, name = '<text>'): Source {
  requireText(text, 'the text');
  return { name, text, span: mint(0, text.length) };
}

/**
 * Cut a span at absolute offsets. The pieces tile the span: `n` offsets give `n + 1` pieces, some perhaps empty.
 * Offsets that are out of order or outside the span are a bug of the caller and throw a RangeError.
 */
export function cut(span: Span, ...offsets: number[]): Span[] {
  const pieces: Span[] = [];
  let from = span.start;
  for (const offset of offsets) {
    if (!(offset >= from && offset <= span.end)) {
      throw new RangeError(`cut at ${offset} is outside ${from}…${span.end}`);
    }
    pieces.push(mint(from, offset));
    from = offset;
  }
  pieces.push(mint(from, span.end));
  return pieces;
}

/** The piece `start…end` of a span: {@link cut} for callers that keep the rest elsewhere. */
export function within(span: Span, start: number, end: number): Span {
  if (!(start >= span.start && start <= end && end <= span.end)) {
    throw new RangeError(`${start}…${end} is outside ${span.start}…${span.end}`);
  }
  return mint(start, end);
}

/** The characters of a span, or of whatever has offsets. */
export function textOf(of: Source, { start, end }: TextRange): string {
  return of.text.slice(start, end);
}

const SOURCE: Check = {
  holds: (value) => isObject(value) && typeof value.text === 'string',
  must: 'what source() gives',
};

/** @throws TypeError where `value` is none */
export function requireSource(value: unknown): void {
  requireThat(value, SOURCE, 'the source');
}

const OFFSET: Check = { holds: isOffset, must: 'an offset, counted from 0' };

const lineStarts = madeOnce(({ text }: Source): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
});

/**
 * Where an offset lies; computed only when something is printed. Offsets beyond the text count as its end.
 *
 * @throws TypeError where the source is none, or the offset
 */
export function position(of: Source, offset: number): Position {
  requireSource(of);
  requireThat(offset, OFFSET, 'the offset');
  const starts = lineStarts(of);
  const line = Math.max(
    1,
    countWhile(starts, (start) => start <= offset),
  );
  return { line, column: Math.min(offset, of.text.length) - starts[line - 1]! + 1 };
}
