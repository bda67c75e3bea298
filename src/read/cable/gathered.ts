/** The parts of a cable as they are gathered, line by line. */

import { oneLine } from '../../text/one-line.js';
import type { Line } from '../lines/chunks.js';
import { type Counting, counting } from './counting.js';
import { addressesEnd, headEnd } from './head-end.js';
import { DATA, LABEL, OFFICES, OPENS_BODY } from './lines.js';
import { opensParagraph } from './paragraph-start.js';
import type { Part, PartKind, PartLine } from './part.js';

/** Lines shorter than this end where their sentence does, not where the line is full. */
export const FULL = 50;
/** A caption (`FOR THE SECRETARY FROM HALE`) is shorter than the text. */
const CAPTION = 48;
/** A sentence ends, or what leads to a list does. */
export const ENDED = /[.?!:]["”’)]*$/;

/** Whether a line goes on from a part across an empty line or a page's edge: rows of offices, and lists of addresses before they close. */
const isFurther = (text: string, kind: PartKind, inAddresses: boolean): boolean =>
  inAddresses
    ? kind === 'to' || kind === 'information'
    : (kind === 'information' || kind === 'action') && OFFICES.test(text);

/** A line of the archive's data that begins one: `Draft Date: 01 AUG 1975`; values may go on to the lines below. */
const DATUM = /^[A-Z][\w/ .-]{1,40}:/;

/** The parts of the lines so far. */
export class Parts {
  readonly parts: Part[] = [];
  /** Edges that the last part may go on after. */
  private held: PartLine[] = [];
  /** The last line that is no edge, and its text. */
  private last: Line | undefined;
  private lastText = '';
  /** Whether the head has named the sender, and whether it has said what closes the addresses. */
  private addressed = false;
  private closed = false;
  /** What the head says below its classification, as heads of further sections do. */
  private readonly said = new Set<string>();
  /** The labels of paragraphs, and whether the last paragraph begins with a dash. */
  private readonly labels: Counting = counting();
  private dashed = false;
  private readonly closing: number;
  private readonly ending: number;

  /** The texts of all lines tell where the addresses close, and where the head ends at least. */
  constructor(texts: readonly string[]) {
    this.closing = addressesEnd(texts);
    this.ending = headEnd(texts, this.closing);
  }

  /** Whether the addresses are what comes next in the head. */
  get addressing(): boolean {
    return this.addressed && !this.closed;
  }

  /** Whether the head of a further section repeats a line of the first. */
  repeats(text: string): boolean {
    return this.said.has(oneLine(text));
  }

  hold(line: Line, page?: string): void {
    this.held.push({ line, edge: true, ...(page !== undefined && { page }) });
  }

  /** Whether line `i`, of the head, that begins no field is the first one of the text. */
  opensBody(line: Line, text: string, i: number): boolean {
    if (OPENS_BODY.test(text)) return true;
    const above = this.parts.at(-1)?.kind;
    const listed = above === 'subject' || above === 'references';
    return this.closed && !this.isBelow(line) && (listed || text.length >= CAPTION) && i > this.ending;
  }

  /** Add line `i`, of the head. */
  head(line: Line, text: string, i: number, field: PartKind | undefined): void {
    if (field) {
      if (field === 'from') this.addressed = true;
      if (field === 'classification' || field === 'order' || field === 'tags') this.closed = true;
      this.begin(field, line, text);
    } else if (this.goesOnInHead(line, text, i)) this.goOn(line, text);
    else this.begin('caption', line, text);
    if (this.closed) this.said.add(oneLine(text));
  }

  /** Add a line of the text, which is the signature, or perhaps begins a paragraph, as one that is set in does below a sentence's end. */
  body(line: Line, text: string, signs: boolean, setIn: boolean): void {
    const parted = !this.isBelow(line) && this.held.length === 0;
    const ended = ENDED.test(this.lastText);
    const short = this.lastText.length < FULL;
    const anew = ended && (setIn || (this.held.length > 0 && short));
    const opens = opensParagraph(text, { ended, short, dashed: this.dashed }, this.labels);
    if (parted || signs || opens || anew) this.begin('paragraph', line, text);
    else this.goOn(line, text);
  }

  /** Add a line of the archive's data. */
  data(line: Line, text: string): void {
    const goesOn = this.parts.at(-1)?.kind === 'data' && this.isBelow(line) && !DATA.test(this.lastText);
    if (goesOn && !DATUM.test(text) && !DATA.test(text)) this.goOn(line, text);
    else this.begin('data', line, text);
  }

  begin(kind: PartKind, line: Line, text: string): void {
    this.end();
    this.parts.push({ kind, lines: [{ line, edge: false }] });
    if (kind === 'paragraph') {
      const label = LABEL.exec(text)?.[0];
      if (label !== undefined) this.labels.add(label);
      this.dashed = text.startsWith('-');
    }
    this.passed(line, text);
  }

  /** Edges that nothing goes on after are parts of their own. */
  end(): void {
    for (const one of this.held) this.parts.push({ kind: 'edge', lines: [one] });
    this.held = [];
  }

  private goesOnInHead(line: Line, text: string, i: number): boolean {
    const above = this.parts.at(-1);
    if (!above || above.kind === 'edge') return false;
    if (this.isBelow(line) && this.held.length === 0) return true;
    return isFurther(text, above.kind, this.addressed && i < this.closing);
  }

  private goOn(line: Line, text: string): void {
    const { lines } = this.parts.at(-1)!;
    for (const one of this.held) lines.push(one);
    lines.push({ line, edge: false });
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
