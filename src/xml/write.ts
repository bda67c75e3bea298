/** XML text: escaping, attributes, and an output that keeps the ledger. */

import type { LedgerEntry } from '../ledger.js';
import type { Source, Span } from '../source.js';
import type { SkipReason } from '../tree.js';

const SPECIAL_IN_TEXT = /[&<>\r]/g;
const SPECIAL_IN_ATTRIBUTE = /[&<>"\t\n\r]/g;
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const entity = (c: string): string => ENTITIES[c] as string;

export const escapeText = (text: string): string => text.replace(SPECIAL_IN_TEXT, entity);
export const escapeAttribute = (text: string): string => text.replace(SPECIAL_IN_ATTRIBUTE, entity);

export type Attributes = Readonly<Record<string, string | undefined>>;

/** ` a="1" b="2"` for the attributes that have a value, in their order. */
export function formatAttributes(attributes: Attributes): string {
  let out = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) out += ` ${name}="${escapeAttribute(value)}"`;
  }
  return out;
}

/** An element around content that is XML already; an empty one where there is none. */
export function element(name: string, content: string, attributes: Attributes = {}): string {
  const open = `<${name}${formatAttributes(attributes)}`;
  return content === '' ? `${open}/>` : `${open}>${content}</${name}>`;
}

/**
 * XML being written, with the proof of where its text comes from. Text enters by {@link XmlOutput.text} from a span of the
 * source or by {@link XmlOutput.literal} with a reason; there is no third way.
 */
export class XmlOutput {
  private out = '';
  private count = 0;
  private suspended = 0;
  readonly ledger: LedgerEntry[] = [];

  constructor(
    private readonly of: Source,
    private readonly newline: string,
  ) {}

  /** The XML so far. */
  get xml(): string {
    return this.out;
  }

  /** How many characters stand between tags so far, unescaped, without layout. */
  get written(): number {
    return this.count;
  }

  open(name: string, attributes: Attributes = {}): void {
    this.out += `<${name}${formatAttributes(attributes)}>`;
  }

  close(name: string): void {
    this.out += `</${name}>`;
  }

  empty(name: string, attributes: Attributes = {}): void {
    this.out += `<${name}${formatAttributes(attributes)}/>`;
  }

  /** XML made elsewhere that holds none of the source's text: the declaration, the header. */
  markup(xml: string): void {
    this.out += xml;
  }

  text(span: Span): void {
    if (span.start === span.end) return;
    const text = this.of.text.slice(span.start, span.end);
    this.ledger.push({ kind: 'text', start: span.start, end: span.end, at: this.out.length });
    this.count += text.length;
    this.out += escapeText(text);
  }

  literal(text: string, why: string): void {
    this.ledger.push({ kind: 'literal', text, at: this.out.length, why });
    this.count += text.length;
    this.out += escapeText(text);
  }

  skip(span: Span, reason: SkipReason): void {
    this.ledger.push({ kind: 'skip', start: span.start, end: span.end, at: this.out.length, reason });
  }

  attribute(span: Span, as: string): void {
    this.ledger.push({ kind: 'attribute', start: span.start, end: span.end, at: this.out.length, as });
  }

  /** A line end that stays in compact output too. */
  newlineAlways(): void {
    this.out += '\n';
  }

  /** A line end between blocks, where white space means nothing; none in compact output. */
  line(): void {
    if (this.suspended === 0) this.out += this.newline;
  }

  /** Begin an element that mixes text and blocks: a line end would be text there. */
  suspendLines(): void {
    this.suspended++;
  }

  resumeLines(): void {
    this.suspended--;
  }
}
