/** What of a citation could be a `ref`: its volume, each number, or several of them together. */

import { packed } from '../../packed.js';
import type { TextRange } from '../../text-range.js';
import type { Citation, Locator } from './grammar.js';
import type { Follower } from './targets.js';

export interface Candidate extends TextRange {
  readonly target: string;
  /** What it covers: `volume`, `volume+document`, `footnote,document`, `number:page`. */
  readonly kind: string;
  readonly features: readonly string[];
}

/** What is the same for all candidates of a region. */
export interface Surroundings {
  readonly series: string;
  readonly late: boolean;
  /** `note`, `source` or the flow's type. */
  readonly place: string;
  /** A page of the document, if known: page references mostly point near. */
  readonly page?: number;
  /** What is to be added to printed numbers of the volume's notes. */
  readonly shift: number;
}

const SHORT = { document: 'd', page: 'pg_', footnote: 'fn' } as const;

interface Draft extends TextRange {
  readonly kind: string;
  readonly target: string;
  readonly number?: string;
  readonly joint?: string;
}

/** The identifier of a note by its printed number: `shift` is added (`noteShift`). */
const noteId = (owner: string, value: string, shift: number): string =>
  shift > 0 && /^\d+$/.test(value) ? `#${owner}fn${Number(value) + shift}` : `#${owner}fn${value}`;

/** The identifier that a number of a locator means, with its `#`; for footnotes `owner` is their document. */
function fragment(locator: Locator, value: string, owner: string | undefined, shift: number): string | undefined {
  if (locator.of !== 'footnote') return `#${SHORT[locator.of]}${value}`;
  return owner === undefined ? undefined : noteId(owner, value, shift);
}

function locatorDrafts(citation: Citation, volume: string, owner: string | undefined, shift: number): Draft[] {
  const drafts: Draft[] = [];
  const { locators, where } = citation;
  locators.forEach((locator, i) => {
    locator.numbers.forEach((number, j) => {
      const id = fragment(locator, number.value, owner, shift);
      if (id === undefined) return;
      const target = `${volume}${id}`;
      const start = j === 0 ? locator.start : number.start;
      const kind = j === 0 ? locator.of : `number:${locator.of}`;
      const more = { number: number.value, joint: number.joint };
      drafts.push({ start, end: number.end, kind, target, ...more });
      if (j > 0) return;
      if (locator.ff !== undefined && locator.numbers.length === 1) {
        drafts.push({ start, end: locator.ff, kind: `${kind} ff`, target, ...more });
      }
    });
    const next = locators[i + 1];
    const last = locator.numbers.at(-1)!;
    const first = next?.numbers[0];
    if (!next || !first) return;
    const start = locator.numbers.length === 1 ? locator.start : last.start;
    const many = locator.numbers.length === 1 ? '' : 'number:';
    if (locator.of === 'footnote' && next.of === 'document') {
      const target = `${volume}${noteId(`d${first.value}`, last.value, shift)}`;
      drafts.push({ start, end: first.end, kind: `${many}footnote,document`, target });
    }
    if (locator.of === 'document' && next.of === 'footnote') {
      const target = `${volume}${noteId(`d${last.value}`, first.value, shift)}`;
      drafts.push({ start, end: first.end, kind: `${many}document,footnote`, target });
      if (where) drafts.push({ start, end: where.end, kind: `${many}document,footnote,where`, target });
    }
  });
  const last = locators.at(-1);
  if (where && last?.of === 'footnote') {
    const number = last.numbers.at(-1)!;
    const id = fragment(last, number.value, owner, shift);
    const start = last.numbers.length === 1 ? last.start : number.start;
    if (id) drafts.push({ start, end: where.end, kind: `footnote,${where.word}`, target: `${volume}${id}` });
  }
  return drafts;
}

function volumeDrafts({ volume: ref, locators }: Citation, volume: string): Draft[] {
  if (!ref || volume === '') return [];
  const drafts: Draft[] = [{ start: ref.start, end: ref.end, kind: 'volume', target: volume }];
  const [first, second] = locators;
  const number = first?.numbers[0];
  if (!first || !number || first.of === 'footnote') return drafts;
  const target = `${volume}${fragment(first, number.value, undefined, 0)}`;
  drafts.push({ start: ref.start, end: number.end, kind: `volume+${first.of}`, target });
  const inner = second?.numbers[0];
  if (first.of === 'document' && second?.of === 'footnote' && inner) {
    drafts.push({
      start: ref.start,
      end: inner.end,
      kind: 'volume+document,footnote',
      target: `${target}fn${inner.value}`,
    });
  }
  return drafts;
}

const WORD_BEFORE = /([\p{L}.’]+|\S)\s*$/u;

function before(text: string, at: number): [string, string] {
  const near = text.slice(Math.max(0, at - 60), at);
  const first = WORD_BEFORE.exec(near);
  const second = first && WORD_BEFORE.exec(near.slice(0, first.index));
  return [first?.[1]?.toLowerCase() ?? '^', second?.[1]?.toLowerCase() ?? '^'];
}

/** Elsewhere in the volume, or in this document. */
const WHERE_CLASS: Readonly<Record<string, string>> = {
  supra: 'elsewhere',
  infra: 'elsewhere',
  ibid: 'elsewhere',
  above: 'here',
  below: 'here',
  thereto: 'thereto',
  thereof: 'thereto',
};

const bucket = (n: number): string =>
  (n < 0 ? '-' : '+') + [3, 30, 300, 1200].filter((edge) => Math.abs(n) > edge).length;

/** Words of the sentence before a page's number: "Department of State Bulletin, May 3, p. 12" is no page of ours. */
function sentenceWords(text: string, at: number): string[] {
  const near = text.slice(Math.max(0, at - 110), at);
  const sentence = near.slice(Math.max(0, ...[...near.matchAll(/[.;:)]\s+(?=\p{Lu})/gu)].map((m) => m.index + 1)));
  return [...new Set(sentence.match(/\p{L}{3,}/gu) ?? [])];
}

/** How far a number lies from the document that refers. */
function distance(draft: Draft, follower: Follower, around: Surroundings): string {
  if (draft.number === undefined || !draft.target.startsWith('#')) return '';
  const value = Number.parseInt(draft.number, 10);
  if (draft.target.startsWith('#pg_')) return around.page === undefined ? 'unknown' : bucket(value - around.page);
  const own = Number.parseInt(follower.origin.id.slice(1), 10);
  return draft.kind.includes('document') && !Number.isNaN(own) ? bucket(value - own) : '';
}

/** All that could be tagged in a citation, with what decides. */
export function candidates(text: string, citation: Citation, follower: Follower, around: Surroundings): Candidate[] {
  const { volume: ref, locators, where, of } = citation;
  const volume = follower.volume(ref ?? of);
  if (volume === undefined) return [];
  const owner = follower.noteOwner(citation);
  const drafts = [
    ...volumeDrafts(citation, volume),
    ...locatorDrafts(citation, volume, owner, volume === '' ? around.shift : 0),
  ];
  if (
    where &&
    (where.word === 'supra' || where.word === 'infra') &&
    !(ref || locators.some((l) => l.of !== 'footnote'))
  ) {
    const document = follower.noteOwner({ locators: [], where });
    if (document) drafts.push({ start: where.start, end: where.end, kind: where.word, target: `#${document}` });
  }
  const document = locators.findLast((l) => l.of === 'document')?.numbers.at(-1);
  if (document && !ref && !of) follower.lastDocument = `d${document.value}`;
  const shape = [
    ref ? `${ref.by}${ref.titled ? '+' : ''}` : '',
    ...locators.map((l) => l.of),
    where ? WHERE_CLASS[where.word] : '',
  ].join(',');
  const start = ref?.start ?? locators[0]?.start ?? where!.start;
  const [near, far] = before(text, start);
  const words = locators.some((locator) => locator.of === 'page') ? sentenceWords(text, start) : [];
  return packed(drafts, (draft) => {
    const { kind, target } = draft;
    const own = target.startsWith('#');
    const after = /^\s*(\S{0,3}?)(?=[\s\u0001]|$)/u.exec(text.slice(draft.end, draft.end + 6))?.[1] ?? '';
    const here = `${kind}|${around.series}`;
    const away = distance(draft, follower, around);
    const features = [
      kind,
      here,
      `${kind}|${own}`,
      `${here}|${own}`,
      `${kind}|${shape}`,
      `${here}|${shape}`,
      `${kind}|${near}`,
      `${kind}|${far} ${near}`,
      `${here}|${near}`,
      `${kind}|after=${after}`,
      `${kind}|in=${around.place}`,
      `${kind}|late=${around.late}`,
    ];
    if (own && kind.includes('page')) for (const word of words) features.push(`${kind}|has=${word}`);
    if (own && away) features.push(`${kind}|away=${away}|${near}`);
    if (away) features.push(`${kind}|away=${away}`, `${here}|away=${away}`);
    if (draft.joint) features.push(`${kind}|joint=${draft.joint}`, `${here}|joint=${draft.joint}`);
    return { start: draft.start, end: draft.end, kind, target, features };
  });
}
