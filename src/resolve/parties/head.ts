/** The grammar of a heading: what kind of document, from whom, to whom. */

import { fold } from '../../authority/fold.js';
import { RANKS, TITLES } from '../../authority/titles.js';
import { zoneOf } from '../../places/posts.js';
import { MARKED } from '../../text/marking.js';
import { NUMBER_BEFORE } from '../../text/printed-number.js';
import type { TextRange } from '../../text-range.js';

/** Sender or recipient: the words that name one, without "the". */
export interface Party extends TextRange {
  readonly role: 'from' | 'to';
  /** A "the" stands before it. */
  readonly article: boolean;
}

export interface Heading {
  /** `telegram`, `memorandum`, …: the last word before "From", lower case; empty where the heading begins with the sender. */
  readonly kind: string;
  /** The word that opens the sender: `from`, `between`, `by`, or nothing. */
  readonly opening: string;
  readonly parties: readonly Party[];
  /** `BURTON TO EVATT`: capitals and nothing else. */
  readonly capitals?: true;
}

const OPENING = /(?:^|\s)(from|between|by|prepared by)\s+(?=\S)/gi;

/** Nouns that "to" follows inside a title: "the Mission to the United Nations to the Department of State". */
const ATTRIBUTIVE = new Set(
  'mission ambassador representative observer adviser advisor counselor counsel assistant delegation delegate embassy minister consultant legation liaison envoy emissary commissioner aide attaché deputy representatives delegates parties contribution accession'.split(
    ' ',
  ),
);

/** Annual volumes: `Mr. Harlow to Mr. Winslow`, `President Marsh to the Secretary of State`; no `President Marsh’s Report to …`. */
const TO = /^(\p{L}+)\b[^:’']*?\sto\s/iu;
const PEERS = new Set(['viscount', 'earl', 'marquess', 'marquis']);
function opensWithPerson(text: string): boolean {
  const title = fold(TO.exec(text)?.[1] ?? '');
  return TITLES.has(title) || PEERS.has(title);
}

/** Australian editions: `BURTON TO EVATT`, in capitals and nothing else. */
const CAPITALS = /^[\p{Lu}.,’' -]{2,60} TO [\p{Lu}.,’' -]{2,60}$/u;
/** `MESSAGE TO CONGRESS`: what is sent, and by whom is not said. */
const SENT =
  /^(?:AN? |THE )?(?:MESSAGE|REPLY|NOTES?|LETTER|TELEGRAM|MEMORANDUM|ADDRESS|APPENDIX|ANNEX|INTRODUCTION|PREFACE|INSTRUCTIONS?|TREATY|REPORT|GUIDE|SUPPLEMENT)\b/;

/** Where it was found, on a line between the number and the heading: `No. 312  799.00/6–1445: Telegram  The Minister …`, line ends as blanks. */
const FOUND_BELOW =
  /^(?:[\d.]{3,}[^/\s]*(?: [\p{L}. ]{1,40})?\/[\w–-]+|(?:\p{Lu}\S* |of |the ){1,6}(?:Papers|Files?|Collection|Records?))(?: ?: \p{L}+)?\s{2,}(?=\p{Lu})/u;

/** Where a heading's own words begin, below its number and what stands there. */
function ownFrom(text: string): number {
  const number = NUMBER_BEFORE.exec(text)?.[0].length ?? 0;
  return number === 0 ? 0 : number + (FOUND_BELOW.exec(text.slice(number))?.[0].length ?? 0);
}

const NOT_WORD = /[^\p{L}]+$/u;

function wordBefore(text: string, at: number): string {
  const before = text.slice(0, at).replace(NOT_WORD, '');
  return /[\p{L}]+$/u.exec(before)?.[0].toLowerCase() ?? '';
}

/** `The Commission to Negotiate Peace`: what its name says it is to do. */
const PURPOSE = '(?!(?:Negotiate|Study|Investigate|Examine|Consider|Report)\\b)';

/** Where the sender ends and the recipient begins. */
function splitAt(text: string, from: number, until: number, joint: string): TextRange | undefined {
  const pattern = new RegExp(`,?\\s+${joint}\\s+${PURPOSE}(?=\\S)`, 'gi');
  pattern.lastIndex = from;
  let attributive: TextRange | undefined;
  for (let match = pattern.exec(text); match && match.index < until; match = pattern.exec(text)) {
    const stretch = { start: match.index, end: pattern.lastIndex };
    if (joint !== 'to' || !ATTRIBUTIVE.has(wordBefore(text, match.index))) return stretch;
    const closed = text[match.index - 1] === ')';
    if (closed) return stretch;
    attributive ??= stretch;
  }
  return attributive;
}

/** What an institution is called by, whatever its proper name. */
export const INSTITUTION =
  /\b(?:Agency|Board|Bureau|Cabinet|Command|Commission|Committee|Conference|Consulate|Council|Delegation|Department|Detachment|Division|Element|Embass(?:y|ies)|Forces?|Government|Group|Headquarters|Interests Section|Joint|Legation|Liaison|Ministry|Missions?|Offices?|Operation|Organizations?|Party|Posts?|Representatives?|Staff|Stations?|Team|White House)\b/;

const ARTICLE = /^(?:the)\s+/i;
const JUNK = /[\s\u0001.,;:]+$/;

/** British and Irish editions: `Sir H. Rumbold (Berlin)`, `Sir J. Simon (Received January 31)`, `Con Cremin (Dublin) (No. 234) (Personal)`. */
const BRACKETED = /^(.*?)(\s*(?:\(([^()[\]]*)\)|\[([^()[\]]*)\]))$/su;
const REMARKS = 4;
const RECEIVED = /^Received\b/;
/** A marking, and somebody’s name: `the Deputy Secretary of Defense (Rush)`. */
const SURNAME = /^Rush$/;
/** `Frank Aiken`, `John W. Dulanty`: two to four words, none of them small but `de`, `von` and their like. */
const PERSONAL = /^(?:\p{Lu}[\p{L}.’'-]*,? |d[aeiu] |v[ao]n |de[nr] |l[ae] ){1,3}\p{Lu}[\p{L}.’'-]*$/u;

/** Whether words name a person, by a rank before a name or by names alone; offices and institutions are none. */
function isPersonal(text: string): boolean {
  const rank = fold(/^\p{L}*/u.exec(text)![0]);
  if (RANKS.has(rank) || PEERS.has(rank)) return true;
  const last = fold(/\p{L}*$/u.exec(text)![0]);
  return PERSONAL.test(text) && !TITLES.has(last) && !INSTITUTION.test(text);
}

/** How much a party's text ends in a bracket that holds no name: when the document was received, its number or marking, or where a person was. `The Ambassador (Austin)` has a name. */
function remarkAtEnd(text: string, article: boolean): number {
  const [, before, brackets, round, square] = BRACKETED.exec(text) ?? [];
  if (brackets === undefined) return 0;
  const inside = (round ?? square!).trim();
  const ofDocument = round !== undefined && (/\d/.test(round) || (MARKED.test(inside) && !SURNAME.test(inside)));
  const ofPlace = (): boolean => !article && zoneOf(inside) !== undefined && isPersonal(before!);
  return RECEIVED.test(inside) || ofDocument || ofPlace() ? brackets.length : 0;
}

/** A text without such brackets at its end, at most a few. */
function withoutRemarks(text: string, article: boolean): string {
  let left = text;
  for (let i = 0; i < REMARKS; i++) left = left.slice(0, left.length - remarkAtEnd(left, article));
  return left;
}

function party(text: string, start: number, end: number, role: Party['role']): Party | undefined {
  const article = ARTICLE.exec(text.slice(start, end))?.[0].length ?? 0;
  const first = start + article;
  const whole = text.slice(first, end).replace(JUNK, '');
  const last = first + withoutRemarks(whole, article > 0).length;
  return last > first ? { role, start: first, end: last, article: article > 0 } : undefined;
}

/** `, Signed at Washington`, `of a Conversation With the Minister (Reade)`: what was done or is told of stands after the parties. */
const DONE =
  /,?\s+(?:Signed|Concluded|Held|Initialed|Exchanged)\s+(?:at|in|on)\s|\s+of (?:a |the )?(?:\p{L}+ )?Conversations? [Ww]ith\s/u;
/** An address is `by the Secretary of State Before the Pan American Union`. */
const BEFORE = /\s+Before\s/;
const SPOKEN = new Set(['delivered', 'address', 'speech', 'remarks']);
/** What is concluded between parties is sent by none of them; a conversation is between two, whatever it is about. */
const CONCLUDED =
  /\b(?:Treaty|Convention|Agreement|Arrangement|Protocol|Pact|Accord|Exchange of Notes|Armistice|Understanding|Modus Vivendi)\b/i;
const HELD = /\b(?:Conversation|Meeting|Discussion)\b/;

/** Parties joined by "and" are parted where the first ends in brackets: "the X (A) and the Y (B)". */
function parted(text: string, whole: Party): Party[] {
  const joint = /(?<=\)),?\s+and\s+/.exec(text.slice(whole.start, whole.end));
  if (!joint) return [whole];
  const at = whole.start + joint.index;
  const first = party(text, whole.start, at, whole.role);
  const second = party(text, at + joint[0].length, whole.end, whole.role);
  return [first && { ...first, article: whole.article }, second].filter((p) => p !== undefined);
}

/** The longest heading of the corpus that has parties is of 317 characters; what is longer by far is text, and slow to be read as a heading. */
const LONGEST = 2000;

/** Read a heading's text. Headings that name no sender have no parties. */
export function readHeading(text: string): Heading {
  if (text.length > LONGEST) return { kind: '', opening: '', parties: [] };
  const from = ownFrom(text);
  OPENING.lastIndex = Math.max(0, from - 1);
  const openings = [...text.matchAll(OPENING)].filter((match) => match.index >= from - 1);
  const opening = openings.find((match) => match[1]!.toLowerCase() !== 'by') ?? openings[0];
  const own = text.slice(from);
  const capitals = CAPITALS.test(own) && !SENT.test(own);
  const bare = capitals || (/^the\s/i.test(own) && !SENT.test(own)) || opensWithPerson(own);
  if (!opening && !bare) return { kind: wordBefore(text, text.length), opening: '', parties: [] };
  const senderFirst = bare && (!opening || /\bto\s/i.test(text.slice(from, opening.index)));
  const start = senderFirst || !opening ? from : opening.index + opening[0].length;
  const word = senderFirst || !opening ? '' : opening[1]!.toLowerCase();
  const kind = word === '' ? '' : wordBefore(text.replace(/\d/g, ' '), opening!.index);
  const before = text.slice(from, opening?.index);
  if (word === 'between' && CONCLUDED.test(before) && !HELD.test(before)) return { kind, opening: word, parties: [] };
  const past = (SPOKEN.has(kind) ? BEFORE : DONE).exec(text.slice(start));
  const end = past ? start + past.index : text.length;
  const joint = splitAt(text, start, end, word === 'between' ? 'and' : 'to');
  const sender = party(text, start, joint?.start ?? end, 'from');
  const recipient = joint && party(text, joint.end, end, 'to');
  const parties = [sender, recipient].filter((p) => p !== undefined).flatMap((p) => parted(text, p));
  return { kind, opening: word, parties, ...(capitals && { capitals }) };
}
