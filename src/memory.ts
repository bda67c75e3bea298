/**
 * What the documents of a volume tell about each other: plain data, gathered before any of them is resolved, the same
 * whatever the order in which they were read.
 */

import { eachLeaf } from './ledger.js';
import { madeOnce } from './made-once.js';
import { requireThat } from './options.js';
import { fields, listOf, text } from './shapes.js';
import { textOf } from './source.js';
import { ownPages } from './text/own-page.js';
import { mannerOf, type Typography, typographyOf } from './text/typography.js';
import type { Block, Document, Flow } from './tree.js';

/** A telegram's own number, and whom it went between: `abroad` is the post's country or city as the heading has it. */
export interface TelegramNumber {
  readonly number: string;
  readonly abroad?: string;
  /** To the Department, or from it. */
  readonly to: 'department' | 'post';
}

/** How a document uses names of a volume's list. */
export interface NameFacts {
  /** Ids of persons whom it names in full. */
  readonly inFull: readonly string[];
  /** Uses of words that may be names: how often, after titles, after articles, in lower case, before another name. */
  readonly words: Readonly<
    Record<string, readonly [all: number, titled: number, article: number, lower: number, led: number]>
  >;
}

/** A note that a text cites by its printed number: in which document, and for a note of its own from which note. */
export interface CitedNote {
  readonly document: string;
  readonly number: number;
  readonly from?: number;
  /** It says "below", not "above". */
  readonly below?: boolean;
}

/** What a document tells about its volume. */
export interface DocumentFacts {
  /** `d38`. */
  readonly id: string;
  /** Present where the volume's lists are at hand. */
  readonly names?: NameFacts;
  /** The printed number. */
  readonly n?: string;
  readonly telegram?: TelegramNumber;
  /** Printed numbers of the volume's pages that begin in it. */
  readonly pages: readonly string[];
  /** Printed numbers of its notes. */
  readonly notes: readonly string[];
  /** How it is set. */
  readonly typography?: Typography;
  /** Notes that it cites by number. */
  readonly cited?: readonly CitedNote[];
  /** Names of ships that it introduces as such. */
  readonly ships?: readonly string[];
}

/** What the documents of a volume tell about it, made by {@link remember}. */
export interface VolumeMemory {
  /** In the order of the volume. */
  readonly documents: readonly DocumentFacts[];
}

function firstFlow(blocks: readonly Block[], type: Flow['type']): Flow | undefined {
  for (const block of blocks) {
    if (block.type === type && 'content' in block) return block;
    const inside = 'children' in block ? firstFlow(block.children, type) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

function flowText(document: Document, flow: Flow | undefined): string {
  if (!flow) return '';
  return flow.content.map((leaf) => (leaf.type === 'text' ? textOf(document.source, leaf.span) : ' ')).join('');
}

const OWN_NUMBER = /^\s*(\d{1,6})\.(?=\s|$)/;
const TO_DEPARTMENT = /\bto (?:the )?(?:Acting )?(?:Department|Secretary of State|Under Secretary)/;
const POST =
  /\b(?:Embassy|Embassy Office|Legation|Mission|Consulate|Consulate General|Ambassador|Chargé|Minister|Consul|Consul General|High Commissioner|Liaison Office|Interests Section)(?: \([^)]*\))? (?:in|at|to|for) (?:the )?(\p{Lu}[\p{L}’.-]*(?: (?:and |of )?\p{Lu}[\p{L}’.-]*)*)/u;

function telegramNumber(document: Document): TelegramNumber | undefined {
  const number = OWN_NUMBER.exec(flowText(document, firstFlow(document.blocks, 'p')))?.[1];
  if (!number) return undefined;
  const head = flowText(document, firstFlow(document.blocks, 'head'));
  const abroad = POST.exec(head)?.[1]?.toLowerCase();
  return { number, ...(abroad && { abroad }), to: TO_DEPARTMENT.test(head) ? 'department' : 'post' };
}

/** The facts of one document, as read. */
export function factsOf(document: Document): DocumentFacts {
  const { id, n } = document.context;
  const pages: string[] = [];
  eachLeaf(document.blocks, (leaf) => {
    if (leaf.type === 'pb') pages.push(leaf.n);
  });
  if (ownPages(document, pages[0])) pages.length = 0;
  const telegram = telegramNumber(document);
  const notes = document.notes.map((note) => note.n);
  const typography = typographyOf(document.source.text);
  return { id, ...(n !== undefined && { n }), ...(telegram && { telegram }), pages, notes, typography };
}

/** Whether a number is that of a telegram. */
export interface TelegramNumbers {
  has(number: string): boolean;
}

/** Numbers of fewer digits say nothing of a telegram between others. */
const LONG = 4;

interface NumberSets {
  readonly long: ReadonlySet<string>;
  readonly byPost: ReadonlyMap<string, ReadonlySet<string>>;
}

const numbersOf = madeOnce(({ documents }: VolumeMemory): NumberSets => {
  const long = new Set<string>();
  const byPost = new Map<string, Set<string>>();
  for (const { telegram } of documents) {
    if (!telegram) continue;
    const { number, abroad } = telegram;
    if (number.length >= LONG) long.add(number);
    if (abroad !== undefined) byPost.set(abroad, (byPost.get(abroad) ?? new Set()).add(number));
  }
  return { long, byPost };
});

/**
 * Numbers of telegrams that a document may speak of: those between the Department and the same post, and any other
 * telegram's that is too long to be met by chance. Its own is left out.
 */
export function telegramsBeside(memory: VolumeMemory, { telegram }: DocumentFacts): TelegramNumbers {
  const { long, byPost } = numbersOf(memory);
  const same = telegram?.abroad === undefined ? undefined : byPost.get(telegram.abroad);
  return { has: (number) => number !== telegram?.number && (long.has(number) || same?.has(number) === true) };
}

/** How a volume is set (`mannerOf`): by all of its documents. */
export const mannerOfVolume: (memory: VolumeMemory) => string = madeOnce(({ documents }) =>
  mannerOf(documents.flatMap(({ typography }) => typography ?? [])),
);

/** Documents are in order of their numbers, `d9A` after `d9`; identifiers of another form come last, by name. */
function compareIds(a: string, b: string): number {
  const [, x, xs] = /^d(\d+)(.*)$/.exec(a) ?? [];
  const [, y, ys] = /^d(\d+)(.*)$/.exec(b) ?? [];
  if (x !== undefined && y !== undefined) return Number(x) - Number(y) || (xs! < ys! ? -1 : xs! > ys! ? 1 : 0);
  if (x !== undefined) return -1;
  if (y !== undefined) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const FACTS = {
  holds: listOf(fields({ id: text, pages: listOf(text), notes: listOf(text) })),
  must: 'an array of what factsOfText() gives',
};

/**
 * What a volume's documents know together.
 *
 * @throws TypeError where the facts are none
 */
export function remember(facts: readonly DocumentFacts[]): VolumeMemory {
  requireThat(facts, FACTS, 'what is to be remembered');
  return { documents: [...facts].sort((a, b) => compareIds(a.id, b.id)) };
}
