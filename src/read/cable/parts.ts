/** The lines of a cable in order → its parts: fields of the head, lists, paragraphs, and what stands at the edges of pages. */

import { type Source, textOf } from '../../source.js';
import { PAGE } from '../../text/cable-head.js';
import type { Line } from '../lines/chunks.js';
import { beginsAnother } from './another.js';
import { ENDED, FULL, Parts } from './gathered.js';
import {
  DATA,
  HANDLING,
  isFurniture,
  isMarking,
  isMessageLine,
  MARKED_SIGNATURE,
  OFFICE_NOTE,
  OPENS_BODY,
  RUN_ON_SIGNATURE,
  SIGNATURE,
} from './lines.js';
import { isSetIn } from './paragraph-start.js';
import { fieldOf, type Part, type PartLine } from './part.js';

/**
 * Where in a cable a line stands: in its head, in its text, in the head of a further section up to its classification (`again`) and
 * below that (`caption`), in the head of another cable that follows in the file, or in the archive's data.
 */
type State = 'head' | 'body' | 'again' | 'caption' | 'another' | 'data';

/** A line at a page's edge, or undefined. The classification that closes the addresses is none. */
function edge(text: string, line: Line, addressed: boolean): PartLine | undefined {
  const page = PAGE.exec(text);
  if (page) return { line, edge: true, page: String(Number(page[1])) };
  if (isFurniture(text) || (isMarking(text) && !(addressed && /[A-Z] [A-Z] /.test(text)))) return { line, edge: true };
  return undefined;
}

/** A line as two: the second begins at an offset. */
function split(source: Source, line: Line, start: number): [Line, Line] {
  let end = start;
  while (/\s/.test(source.text[end - 1]!)) end--;
  return [
    { ...line, end, to: end },
    { ...line, from: start, start },
  ];
}

/** The lines with the classification that follows the signature, in its line, as a line of its own. */
function withMarking(source: Source, lines: readonly Line[], until: number): readonly Line[] {
  let i = until - 1;
  while (i > 0 && edge(textOf(source, lines[i]!), lines[i]!, false)) i--;
  const [line, above] = [lines[i], lines[i - 1]];
  const signed = line && MARKED_SIGNATURE.exec(textOf(source, line))?.[1];
  if (!signed || !above) return lines;
  const isSignature = RUN_ON_SIGNATURE.test(signed) || (!signed.includes(' ') && ENDED.test(textOf(source, above)));
  if (!isSignature) return lines;
  let start = line.start + signed.length;
  while (source.text[start] === ' ') start++;
  return [...lines.slice(0, i), ...split(source, line, start), ...lines.slice(i + 1)];
}

/** The last line of the text proper, before edges and the archive's data; a signature that it runs on to becomes a line. */
function withSignature(source: Source, all: readonly Line[]): { lines: Line[]; signature: Line | undefined } {
  const data = all.findIndex((line) => DATA.test(textOf(source, line)));
  const lines = withMarking(source, all, data < 0 ? all.length : data);
  const until = data < 0 ? lines.length : data + lines.length - all.length;
  for (let i = until - 1; i > 0; i--) {
    const line = lines[i]!;
    const text = textOf(source, line);
    if (edge(text, line, false) || OFFICE_NOTE.test(text)) continue;
    const before = textOf(source, lines[i - 1]!);
    if (SIGNATURE.test(text))
      return { lines: [...lines], signature: ENDED.test(before) || before.length < FULL ? line : undefined };
    const name = RUN_ON_SIGNATURE.exec(text)?.[1];
    if (!name || !SIGNATURE.test(name)) break;
    const [rest, signature] = split(source, line, line.end - name.length);
    return { lines: [...lines.slice(0, i), rest, signature, ...lines.slice(i + 1)], signature };
  }
  return { lines: [...lines], signature: undefined };
}

/** The state for a line, by that of the line above: the head of a further section ends where the text goes on. */
function stateAt(above: State, text: string, repeats: boolean): State {
  if (DATA.test(text)) return 'data';
  if (above === 'again' && !OPENS_BODY.test(text)) return isMessageLine(text) ? 'caption' : 'again';
  if (above === 'another' && !OPENS_BODY.test(text) && (text.length < FULL || fieldOf(text))) return 'another';
  if (above === 'caption' && (HANDLING.test(text) || fieldOf(text) || repeats)) return 'caption';
  return above === 'again' || above === 'caption' || above === 'another' ? 'body' : above;
}

/** Split the lines of a cable into its parts. Every line is in one. */
export function partsOf(source: Source, all: readonly Line[]): Part[] {
  const { lines, signature } = withSignature(source, all);
  const texts = lines.map((line) => textOf(source, line));
  const parts = new Parts(texts);
  const isAnother = beginsAnother(texts);
  let state: State = 'head';
  for (const [i, line] of lines.entries()) {
    const text = texts[i]!;
    const printed = state === 'data' ? undefined : edge(text, line, state === 'head' && parts.addressing);
    if (printed) {
      // A further section begins with its own head, and counts its pages anew.
      if (printed.page === '1' && state === 'body') state = isAnother(i) ? 'another' : 'again';
      parts.hold(line, printed.page);
      continue;
    }
    const above = state;
    state = stateAt(above, text, parts.repeats(text));
    const field = state === 'head' ? fieldOf(text) : undefined;
    if (state === 'again' || state === 'caption') parts.hold(line);
    else if (state === 'data') parts.data(line, text);
    else if (above === 'another') parts.begin('paragraph', line, text);
    else if (state === 'body') parts.body(line, text, line === signature, isSetIn(lines, i));
    else if (field || !parts.opensBody(line, text, i)) parts.head(line, text, i, field);
    else {
      state = 'body';
      parts.begin('paragraph', line, text);
    }
  }
  parts.end();
  return parts.parts;
}
