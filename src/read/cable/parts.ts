/** The lines of a cable in order → its parts: fields of the head, lists, paragraphs, and what stands at the edges of pages. */

import type { Source } from '../../source.js';
import type { CableField } from '../../tree.js';
import type { Line } from '../chunks.js';
import {
  DATA,
  FIELDS,
  HANDLING,
  isFurniture,
  isMarking,
  isMessageLine,
  OPENS_BODY,
  OPENS_PARAGRAPH,
  PAGE,
  REFERENCES,
  RUN_ON_SIGNATURE,
  SIGNATURE,
  SUBJECT,
  TIME_GROUP,
} from './lines.js';

/** A line of a part; `edge` where it is printed at a page's edge, `page` where it begins the page of that number. */
export interface PartLine {
  readonly line: Line;
  readonly edge: boolean;
  readonly page?: string;
}

export type PartKind = CableField | 'time' | 'subject' | 'references' | 'paragraph' | 'edge' | 'data';

export interface Part {
  readonly kind: PartKind;
  readonly lines: PartLine[];
}

type State = 'head' | 'body' | 'again' | 'caption' | 'data';

/** Lines shorter than this end where their sentence does, not where the line is full. */
const FULL = 50;
/** A caption (`FOR THE SECRETARY FROM HALE`) is shorter than the text. */
const CAPTION = 48;

/** A line at a page's edge, or undefined. The classification that closes the addresses is none. */
function edge(text: string, line: Line, addressed: boolean): PartLine | undefined {
  const page = PAGE.exec(text);
  if (page) return { line, edge: true, page: String(Number(page[1])) };
  if (isFurniture(text) || (isMarking(text) && !(addressed && /[A-Z] [A-Z] /.test(text)))) return { line, edge: true };
  return undefined;
}

/** The field that a line of the head begins. */
function fieldOf(text: string): PartKind | undefined {
  if (TIME_GROUP.test(text)) return 'time';
  if (SUBJECT.test(text)) return 'subject';
  if (REFERENCES.test(text)) return 'references';
  if (isMessageLine(text)) return 'classification';
  return FIELDS.find(([pattern]) => pattern.test(text))?.[1];
}

const ENDED = /[.?!:]["”’)]*$/;

/** The last line of the text proper, before edges and the archive's data; a signature that it runs on to becomes a line. */
function withSignature(source: Source, lines: readonly Line[]): { lines: Line[]; signature: Line | undefined } {
  const data = lines.findIndex((line) => DATA.test(textOf(source, line)));
  const until = data < 0 ? lines.length : data;
  for (let i = until - 1; i > 0; i--) {
    const line = lines[i]!;
    const text = textOf(source, line);
    if (edge(text, line, false) || /^NOTE BY\b/.test(text)) continue;
    const before = textOf(source, lines[i - 1]!);
    if (SIGNATURE.test(text)) return { lines: [...lines], signature: ENDED.test(before) ? line : undefined };
    const name = RUN_ON_SIGNATURE.exec(text)?.[1];
    if (!name || !SIGNATURE.test(name)) break;
    const start = line.end - name.length;
    let end = start;
    while (/\s/.test(source.text[end - 1]!)) end--;
    const signature = { ...line, from: start, start };
    return { lines: [...lines.slice(0, i), { ...line, end, to: end }, signature, ...lines.slice(i + 1)], signature };
  }
  return { lines: [...lines], signature: undefined };
}

const textOf = (source: Source, { start, end }: Line): string => source.text.slice(start, end);

/** Split the lines of a cable into its parts. Every line is in one. */
export function partsOf(source: Source, all: readonly Line[]): Part[] {
  const { lines, signature } = withSignature(source, all);
  const parts: Part[] = [];
  let state: State = 'head';
  let held: PartLine[] = []; // edges that the part before may go on after
  let last = ''; // text of the last line that is no edge
  let chunk = -1;
  let addressed = false; // the sender has been named
  let closed = false; // the head's classification has been seen
  const begin = (kind: PartKind, line: PartLine): void => {
    settle();
    parts.push({ kind, lines: [line] });
  };
  const settle = (): void => {
    for (const one of held) parts.push({ kind: 'edge', lines: [one] });
    held = [];
  };
  const goOn = (line: PartLine): void => {
    parts.at(-1)!.lines.push(...held, line);
    held = [];
  };
  for (const line of lines) {
    const text = textOf(source, line);
    const printed = state === 'data' ? undefined : edge(text, line, state === 'head' && addressed && !closed);
    if (printed) {
      // A further section begins with its own head, and counts its pages anew.
      if (printed.page === '1' && state === 'body') state = 'again';
      held.push(printed);
      continue;
    }
    const here: PartLine = { line, edge: false };
    const field = fieldOf(text);
    if (state === 'again') {
      if (isMessageLine(text)) state = 'caption';
      if (!OPENS_BODY.test(text)) {
        held.push({ line, edge: true });
        continue;
      }
      state = 'body';
    }
    if (state === 'caption') {
      if (HANDLING.test(text) || field) {
        held.push({ line, edge: true });
        continue;
      }
      state = 'body';
    }
    if (DATA.test(text)) {
      state = 'data';
      begin('data', here);
    } else if (state === 'data') begin('data', here);
    else if (state === 'head' && field) {
      if (field === 'from') addressed = true;
      if (field === 'classification' || field === 'order' || field === 'tags') closed = true;
      begin(field, here);
    } else if (state === 'head') {
      const before = parts.at(-1);
      const listed = before?.kind === 'subject' || before?.kind === 'references';
      const opens = OPENS_BODY.test(text) || (closed && line.chunk !== chunk && (listed || text.length >= CAPTION));
      if (opens) {
        state = 'body';
        begin('paragraph', here);
      } else if (before && before.kind !== 'edge' && line.chunk === chunk && held.length === 0) goOn(here);
      else begin('caption', here);
    } else {
      const parted = line.chunk !== chunk && held.length === 0;
      const short = ENDED.test(last) && last.length < FULL;
      if (parted || line === signature || OPENS_PARAGRAPH.test(text) || (held.length > 0 && short))
        begin('paragraph', here);
      else goOn(here);
    }
    last = text;
    chunk = line.chunk;
  }
  settle();
  return parts;
}
