/** The lines of a cable in order → its parts: fields of the head, lists, paragraphs, and what stands at the edges of pages. */

import { type Source, textOf } from '../../source.js';
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

/**
 * Where in a cable a line stands: in its head, in its text, in the head of a further section up to its classification (`again`) and
 * below that (`caption`), or in the archive's data.
 */
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

/** The state for a line, by that of the line above: the head of a further section ends where the text goes on. */
function stateAt(above: State, text: string): State {
  if (DATA.test(text) && above !== 'again') return 'data';
  if (above === 'again' && !OPENS_BODY.test(text)) return isMessageLine(text) ? 'caption' : 'again';
  if (above === 'caption' && (HANDLING.test(text) || fieldOf(text))) return 'caption';
  return above === 'again' || above === 'caption' ? 'body' : above;
}
/** The parts of the lines so far. */
class Parts {
  readonly parts: Part[] = [];
  /** Edges that the last part may go on after. */
  private held: PartLine[] = [];
  /** The last line that is no edge, and its text. */
  private last: Line | undefined;
  private lastText = '';
  /** Whether the head has named the sender, and whether it has said what closes the addresses. */
  private addressed = false;
  private closed = false;

  /** Whether the addresses are what comes next in the head. */
  get addressing(): boolean {
    return this.addressed && !this.closed;
  }

  hold(line: Line, page?: string): void {
    this.held.push({ line, edge: true, ...(page !== undefined && { page }) });
  }

  /** Whether a line of the head that begins no field is the first one of the text. */
  opensBody(line: Line, text: string): boolean {
    if (OPENS_BODY.test(text)) return true;
    const above = this.parts.at(-1)?.kind;
    const listed = above === 'subject' || above === 'references';
    return this.closed && !this.isBelow(line) && (listed || text.length >= CAPTION);
  }

  /** Add a line of the head. */
  head(line: Line, text: string, field: PartKind | undefined): void {
    const above = this.parts.at(-1);
    if (field) {
      if (field === 'from') this.addressed = true;
      if (field === 'classification' || field === 'order' || field === 'tags') this.closed = true;
      this.begin(field, line, text);
    } else if (above && above.kind !== 'edge' && this.isBelow(line) && this.held.length === 0) this.goOn(line, text);
    else this.begin('caption', line, text);
  }

  /** Add a line of the text, which is the signature, or perhaps begins a paragraph. */
  body(line: Line, text: string, signs: boolean): void {
    const parted = !this.isBelow(line) && this.held.length === 0;
    const short = ENDED.test(this.lastText) && this.lastText.length < FULL;
    if (parted || signs || OPENS_PARAGRAPH.test(text) || (this.held.length > 0 && short))
      this.begin('paragraph', line, text);
    else this.goOn(line, text);
  }

  begin(kind: PartKind, line: Line, text: string): void {
    this.end();
    this.parts.push({ kind, lines: [{ line, edge: false }] });
    this.passed(line, text);
  }

  /** Edges that nothing goes on after are parts of their own. */
  end(): void {
    for (const one of this.held) this.parts.push({ kind: 'edge', lines: [one] });
    this.held = [];
  }

  private goOn(line: Line, text: string): void {
    this.parts.at(-1)!.lines.push(...this.held, { line, edge: false });
    this.held = [];
    this.passed(line, text);
  }

  /** Whether a line is of the block of the last one. */
  private isBelow({ chunk }: Line): boolean {
    return this.last?.chunk === chunk;
  }

  private passed(line: Line, text: string): void {
    this.last = line;
    this.lastText = text;
  }
}

/** Split the lines of a cable into its parts. Every line is in one. */
export function partsOf(source: Source, all: readonly Line[]): Part[] {
  const { lines, signature } = withSignature(source, all);
  const parts = new Parts();
  let state: State = 'head';
  for (const line of lines) {
    const text = textOf(source, line);
    const printed = state === 'data' ? undefined : edge(text, line, state === 'head' && parts.addressing);
    if (printed) {
      // A further section begins with its own head, and counts its pages anew.
      if (printed.page === '1' && state === 'body') state = 'again';
      parts.hold(line, printed.page);
      continue;
    }
    state = stateAt(state, text);
    const field = state === 'head' ? fieldOf(text) : undefined;
    if (state === 'again' || state === 'caption') parts.hold(line);
    else if (state === 'data') parts.begin('data', line, text);
    else if (state === 'body') parts.body(line, text, line === signature);
    else if (field || !parts.opensBody(line, text)) parts.head(line, text, field);
    else {
      state = 'body';
      parts.begin('paragraph', line, text);
    }
  }
  parts.end();
  return parts.parts;
}
