/** Errors of the engine → findings with a place and in words that name what an editor sees. */

import { position, type Source } from '../../source.js';
import type { Finding } from '../finding.js';
import type { EngineError } from './engine.js';
import { insteadOf } from './entity-name.js';
import { idComplaint, idFindings } from './ids.js';
import { attributePlace, type Outline, outline, type Place, placeOf } from './outline.js';

const TEI = 'http://www.tei-c.org/ns/1.0';

/**
 * `Element '{http://…}p', attribute 'rend': …` → `Element 'p', attribute 'rend': …`; `{ns}id` → `xml:id`. Names of one namespace
 * are plain, TEI's where there are some, else the element's; others keep theirs.
 */
function plainNames(message: string): string {
  const prefixed = message
    .replace(/\{http:\/\/www\.w3\.org\/XML\/1998\/namespace\}/g, 'xml:')
    .replace(/\{http:\/\/history\.state\.gov\/frus\/ns\/1\.0\}/g, 'frus:');
  const element = /^Element '(?:\{([^{}\s]*)\})?/.exec(prefixed);
  const plain = prefixed.includes(`{${TEI}}`) ? TEI : (element?.[1] ?? '');
  return prefixed
    .replace(/^Element '[^{}:']+'/, (all) => (plain === TEI ? `${all} of no namespace` : all))
    .replace(/\{([^{}\s]*)\}(?=[\w#*])/g, (all, ns: string) => (!element || ns === plain ? '' : all))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The attribute that a message is about, as it is written in the start tag: its offsets in the text. */
function attributeIn(text: string, place: Place, message: string): [number, number] | undefined {
  const name = /attribute '([^']+)'/.exec(message)?.[1];
  if (name === undefined || / is required/.test(message)) return undefined;
  return attributePlace(text, place, name.replace(/^\{.*\}/, ''));
}

/** The first characters that aren't white space directly in an element, which should have none. */
function strayText(text: string, places: Outline, place: Place): [number, number] | undefined {
  let from = place.tagEnd;
  for (const next of [...place.children.map((child) => places[child] as Place), undefined]) {
    const found = /[^\s]+/.exec(text.slice(from, next?.start ?? place.close));
    if (found && !found[0].startsWith('<')) return [from + found.index, from + found.index + found[0].length];
    from = next?.end ?? place.close;
  }
  return undefined;
}

function span(text: string, places: Outline, error: EngineError): [number, number] | undefined {
  const place = error.xpath === undefined ? undefined : placeOf(places, error.xpath);
  if (!place) return undefined;
  if (/Missing child element/.test(error.message)) return [place.close, place.end];
  if (/Character content/.test(error.message)) return strayText(text, places, place) ?? [place.start, place.tagEnd];
  return attributeIn(text, place, plainNames(error.message)) ?? [place.start, place.tagEnd];
}

/** Errors of syntax, in plainer words where the engine's are its own jargon. */
const SYNTAX: readonly (readonly [RegExp, string])[] = [
  [
    /^Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)$/,
    '</$3> stands where <$1> of line $2 should be closed.',
  ],
  [/^Premature end of data in tag (\S+) line (\d+)$/, 'the document ends before <$1> of line $2 is closed.'],
  [/^xmlParseEntityRef: no name$/, 'an ampersand that begins no entity: write &amp;.'],
  [/^EntityRef: expecting ';'$/, 'an ampersand that begins no entity: write &amp;.'],
  [/^AttValue: " or ' expected$/, 'the value of an attribute is not in straight quotes: write name="value".'],
  [/^AttValue: (["']) expected$/, 'the value of an attribute is not closed: a $1 is missing.'],
  [
    /^Unescaped '<' not allowed in attributes values$/,
    'a < in the value of an attribute: write &lt;, or close its quotes.',
  ],
  [/^Specification mandates value for attribute (.+)$/, 'the attribute $1 has no value: write $1="…".'],
  [/^Attribute (.+) redefined$/, 'the attribute $1 stands twice in one tag.'],
  [/^Entity '(.+)' not defined$/, 'the entity &$1; is not defined.'],
  [/^Document is empty$/, 'the document is empty.'],
  [/^Start tag expected, '<' not found$/, 'no element: a document begins with <.'],
  [/^Extra content at the end of the document$/, 'there is something after the end of the root element.'],
  [/^PCDATA invalid Char value (\d+)$/, 'character number $1 is not allowed in XML.'],
  [/^Invalid character: Char (0x[0-9A-F]+) out of allowed range$/, 'character $1 is not allowed in XML.'],
  [
    /^Input is not proper UTF-8, indicate encoding !$/,
    'the bytes are not UTF-8; say the encoding in the XML declaration.',
  ],
];

/** Limits of the engine, which keep hostile files from taking the machine. */
const LIMITS: readonly (readonly [RegExp, string])[] = [
  [/^Excessive depth in document: (\d+).*$/, 'Elements are nested more than $1 deep: the rest was not read.'],
  [/^Maximum entity amplification.*$/, 'Entities expand to many times the size of the file: the rest was not read.'],
  [/^Resource limit exceeded: Text node too long.*$/, 'One run of text has more than 10 MB: the rest was not read.'],
];

function limitMessage(message: string): string {
  for (const [pattern, words] of LIMITS) if (pattern.test(message)) return message.replace(pattern, words);
  return `A limit was reached: ${message}`;
}

function syntaxMessage(message: string): string {
  for (const [pattern, words] of SYNTAX) if (pattern.test(message)) return message.replace(pattern, words);
  return `not well-formed: ${message}`;
}

const WORDINGS = { 'well-formed': syntaxMessage, limit: limitMessage, schema: plainNames } as const;

function hintFor({ kind, message }: EngineError): Pick<Finding, 'hint'> {
  const entity = kind === 'well-formed' ? /^Entity '(.+)' not defined$/.exec(message)?.[1] : undefined;
  return entity === undefined ? {} : { hint: insteadOf(entity) };
}

function worded({ kind, message }: EngineError): Pick<Finding, 'rule' | 'message'> {
  if (kind !== 'id') return { rule: kind, message: WORDINGS[kind](message) };
  const { rule, message: words } = idComplaint(message);
  return { rule, message: words };
}

/** The offset of a line and column (in characters, from 1) of a text; beyond the text, its end. */
function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let n = 1; n < line; n++) {
    const next = text.indexOf('\n', at);
    if (next < 0) break;
    at = next + 1;
  }
  return Math.min(at + Math.max(column - 1, 0), text.length);
}

/** What libxml2 says of a start tag that it could not read, and then of its end tag, which it takes for another's. */
function isEchoOfTag(
  { kind, message, line, column }: EngineError,
  before: EngineError | undefined,
  lost: string[],
): boolean {
  if (kind !== 'well-formed') return false;
  const unread = /^Couldn't find end of Start Tag (\S+)/.exec(message)?.[1];
  if (unread !== undefined) lost.push(unread);
  if (unread !== undefined || message === 'attributes construct error')
    return before?.kind === kind && before.line === line && before.column === column;
  const closed = /^Opening and ending tag mismatch: .* and (\S+)$/.exec(message)?.[1];
  const at = closed === undefined ? -1 : lost.lastIndexOf(closed);
  if (at >= 0) lost.splice(at, 1);
  return at >= 0;
}

/** libxml2 says the same of an attribute twice, by facet and by type, the first saying more, and of a broken tag four times. */
function withoutEchoes(errors: readonly EngineError[]): EngineError[] {
  const said = new Set<string>();
  const lost: string[] = [];
  return errors.filter((error, i) => {
    if (isEchoOfTag(error, errors[i - 1], lost)) return false;
    const about = /attribute '[^']+'|^Opening and ending tag mismatch|Char/.exec(error.message)?.[0];
    const key = `${error.xpath} ${about ?? error.message}`;
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
}

/** Findings in order of place. */
export function toFindings(source: Source, errors: readonly EngineError[]): Finding[] {
  if (errors.length === 0) return [];
  const places = outline(source.text);
  const { findings: ids, left } = idFindings(
    source,
    errors.filter(({ kind }) => kind === 'id'),
  );
  const others = withoutEchoes([...errors.filter(({ kind }) => kind !== 'id'), ...left]).map((error): Finding => {
    const [offset, endOffset] = span(source.text, places, error) ?? [
      offsetOf(source.text, error.line, error.column),
      undefined,
    ];
    const at = position(source, offset);
    const to = endOffset === undefined ? undefined : position(source, endOffset);
    return {
      ...worded(error),
      ...hintFor(error),
      severity: 'error',
      line: at.line,
      column: at.column,
      offset,
      ...(to && endOffset !== undefined ? { endOffset, endLine: to.line, endColumn: to.column } : {}),
      ...(error.xpath === undefined ? {} : { xpath: error.xpath }),
    };
  });
  return [...ids, ...others].sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0));
}
