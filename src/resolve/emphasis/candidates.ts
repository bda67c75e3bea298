/** Stretches of text that an edition could set in italics. */

import type { Region } from '../regions.js';
import { classOf } from './known.js';
import type { Lexicon } from './lexicon.js';

/** One extent of a candidate: the full stop in or out, the brackets in or out. */
export interface Variant {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface Candidate {
  /** Offsets in the region's text, of the first variant. */
  readonly start: number;
  readonly end: number;
  /** What decides whether it is in italics at all. */
  readonly features: readonly string[];
  readonly variants: readonly Variant[];
  /** What decides between variants: each is joined with the variant's name. */
  readonly choice: readonly string[];
}

/** What candidates of one document have in common. */
export interface Habit {
  readonly series: string;
  readonly late: boolean;
  /** How datelines part date and time: `dash` or `comma`; editors who changed one changed the other. */
  readonly time: 'dash' | 'comma' | 'none';
}

/** Read the habit of time off a document's dateline. */
export function timeHabit(regions: readonly Region[]): Habit['time'] {
  const text = regions.find((region) => region.type === 'dateline')?.text ?? '';
  if (/\d\s*[—–]\s*(?:\d|noon|midnight)/i.test(text)) return 'dash';
  return /\d{4}\s*,\s*(?:\d|noon|midnight)/i.test(text) ? 'comma' : 'none';
}

const digits = (text: string): string => text.replace(/\d+/g, '0');

interface Draft {
  readonly kind: string;
  readonly variants: readonly [Variant, ...Variant[]];
  /** Features that matter by sub-series, too. */
  readonly more: readonly string[];
  readonly choice?: readonly string[];
}

function candidate(region: Region, habit: Habit, { kind, variants, more, choice = [] }: Draft): Candidate {
  const { series, time } = habit;
  const place = region.note !== undefined ? 'note' : region.type;
  const by = `${kind}|${series}`;
  const features = [kind, by, `${by}|${place}`, `${by}|${time}`, `${kind}|${habit.late}`];
  for (const m of more) features.push(`${kind}|${m}`, `${by}|${m}`);
  const base = [kind, by, `${by}|${time}`, `${by}|${place}`];
  for (const c of choice) base.push(`${kind}|${c}`, `${by}|${c}`, `${by}|${time}|${c}`);
  const [{ start, end }] = variants;
  return { start, end, features, variants, choice: base };
}

const BRACKET = /\[([^[\]\u0001]{1,400})\]/g;
const WORD = /[\p{L}\d’']+/gu;

/** The editor's words in square brackets: inside, or brackets and all. */
function bracketed(region: Region, habit: Habit): Candidate[] {
  return [...region.text.matchAll(BRACKET)].flatMap((match) => {
    const inner = match[1]!;
    const words = (inner.toLowerCase().match(WORD) ?? []).map(digits);
    if (words.length === 0) return [];
    const start = match.index + 1 + (inner.length - inner.trimStart().length);
    const end = match.index + 1 + inner.trimEnd().length;
    const more = [
      `n=${Math.min(words.length, 6)}`,
      `first=${words[0]}`,
      `last=${words.at(-1)}`,
      `lower=${/^\s*\p{Ll}/u.test(inner)}`,
      `whole=${match[0].length + 2 >= region.text.trim().length}`,
      ...[...new Set(words.slice(1, 7))].map((word) => `w=${word}`),
    ];
    const variants: [Variant, ...Variant[]] = [
      { name: 'inside', start, end },
      { name: 'outside', start: match.index, end: match.index + match[0].length },
    ];
    if (/\.\s*$/.test(inner)) variants.push({ name: 'inside-stop', start, end: end - 1 });
    return [candidate(region, habit, { kind: 'bracket', variants, more, choice: [`first=${words[0]}`, more[4]!] })];
  });
}

const LEAD = /^\s*(?:\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)]\s+)?(\p{Lu}[^.:;,\u0001]{0,70}?)([.:])(?=\s|$|\u0001|—)/u;

/** A label or heading that opens a paragraph: "Comment:", "For Oslo:", "Requests." */
function lead(region: Region, habit: Habit): Candidate[] {
  if (region.note !== undefined || (region.type !== 'p' && region.type !== 'item')) return [];
  const match = LEAD.exec(region.text);
  if (!match) return [];
  const text = match[1]!;
  const stop = match[2]!;
  const words = text.match(WORD) ?? [];
  if (words.length > 8 || words.length === 0) return [];
  const start = match[0].length - stop.length - text.length;
  const more = [
    `n=${words.length}|${stop}|${start > 0}`,
    `caps=${words.every((word) => /^[\p{Lu}\d]/u.test(word))}|${stop}`,
    `upper=${text === text.toUpperCase()}`,
    `first=${digits(words[0]!)}`,
    `t=${digits(text.toLowerCase())}`,
  ];
  return [candidate(region, habit, { kind: 'lead', variants: tails(region.text, start, start + text.length), more })];
}

const LETTER = /\(([a-z])\)/g;
const LETTERED = new Set(['1914', '1945', 'unknown']);

/** `(a)`: the letter alone, as before 1950. */
function letters(region: Region, habit: Habit): Candidate[] {
  if (!LETTERED.has(habit.series)) return [];
  return [...region.text.matchAll(LETTER)].map((m) => {
    const variants: [Variant] = [{ name: '', start: m.index + 1, end: m.index + 2 }];
    return candidate(region, habit, { kind: 'letter', variants, more: [] });
  });
}

const LABEL = /^\s*\(?([a-z])[.)]/;

/** The letter before an item. */
function label(region: Region, habit: Habit): Candidate[] {
  const match = LABEL.exec(region.text);
  if (!match) return [];
  const start = match.index + match[0].length - 2;
  const variants: [Variant] = [{ name: '', start, end: start + 1 }];
  return [candidate(region, habit, { kind: 'label', variants, more: [] })];
}

const SHIP = /\b(?:U\.?\s?S\.?\s?S\.?|S\.S\.|SS|H\.?M\.?S\.?) ((?:\p{Lu}[\p{Ll}-]+ ?){1,3})/gu;

/** Names of ships that a text introduces. */
export function shipNames(text: string): string[] {
  if (!/S\. ?S\.|SS |H\.?M\.?S/.test(text)) return [];
  return [...text.matchAll(SHIP)].map((match) => match[1]!.trim());
}

function ships(region: Region, habit: Habit, names: readonly string[]): Candidate[] {
  return names.flatMap((name) => {
    const out: Candidate[] = [];
    for (let at = region.text.indexOf(name); at >= 0; at = region.text.indexOf(name, at + name.length)) {
      const introduced = /(?:S\.?S\.?|H\.?M\.?S\.?) $/.test(region.text.slice(Math.max(0, at - 6), at));
      const variants: [Variant] = [{ name: '', start: at, end: at + name.length }];
      out.push(candidate(region, habit, { kind: 'ship', variants, more: [`introduced=${introduced}`] }));
    }
    return out;
  });
}

const TAILS = ['.', '.,', ',', '.;', '.:', ';', ':'];

/** The extents of a phrase: bare, or with punctuation that follows. */
function tails(text: string, start: number, end: number): [Variant, ...Variant[]] {
  const follows = text.slice(end, end + 2);
  const more = TAILS.filter((tail) => follows.startsWith(tail));
  return [{ name: '', start, end }, ...more.map((name): Variant => ({ name, start, end: end + name.length }))];
}

const BEFORE = /(\S+)\s*$/;
const AFTER = /^\s*(\S+)/;

/** Phrases that the edition is known to italicise. */
function phrases(region: Region, habit: Habit, lexicon: Lexicon): Candidate[] {
  return lexicon.find(region.text).map(({ start, end, phrase }) => {
    const before = BEFORE.exec(region.text.slice(Math.max(0, start - 24), start))?.[1]?.toLowerCase() ?? '^';
    const after = AFTER.exec(region.text.slice(end, end + 16))?.[1]?.toLowerCase() ?? '$';
    const follows = /^[.,;:)\] ]{0,3}/.exec(region.text.slice(end, end + 3))![0];
    const known = `class=${classOf(phrase)}`;
    const more = [`t=${phrase}`, known, `t=${phrase}|<${before}`, `t=${phrase}|>${digits(after)}`, `<${before}`];
    const choice = [`t=${phrase}`, `t=${phrase}|${follows}`, follows, `${known}|${follows}`];
    return candidate(region, habit, { kind: 'phrase', variants: tails(region.text, start, end), more, choice });
  });
}

const NUMBER = /^\s*(?:No\.\s*)?\[?\d+[A-Za-z]?\]?\.?\s+/;

/** The heading: all of it, or what stands around and in brackets. */
function heading(region: Region, habit: Habit): Candidate[] {
  const { text } = region;
  const from = NUMBER.exec(text)?.[0].length ?? 0;
  const end = text.replace(/[\s\u0001]+$/, '').length;
  if (end <= from) return [];
  const the = text.slice(from, from + 4) === 'The ';
  const more = [`The=${the}`, `numbered=${from > 0}`, `The=${the}|brackets=${text.includes('(')}`];
  const make = (kind: string, start: number, stop: number): Candidate =>
    candidate(region, habit, { kind, variants: [{ name: '', start, end: stop }], more });
  const out = [make('head', from, end)];
  for (const match of text.slice(from, end).matchAll(/[^()]+/g)) {
    const piece = match[0];
    const start = from + match.index + /^[\s,]*/.exec(piece)![0].length;
    const last = from + match.index + piece.replace(/[\s,\u0001]+$/, '').length;
    if (last <= start || piece.length === end - from) continue;
    out.push(make(text[from + match.index - 1] === '(' ? 'head-name' : 'head-piece', start, last));
  }
  return out;
}

/** The dateline, with or without its full stop. */
function dateline(region: Region, habit: Habit): Candidate[] {
  const { text } = region;
  const received = /\s*\[Received/i.exec(text)?.index ?? text.length;
  const end = text.slice(0, received).replace(/[\s\u0001]+$/, '').length;
  const start = /^\s*/.exec(text)![0].length;
  if (end <= start) return [];
  const abbreviated = /[ap]\. ?m\.$/.test(text.slice(0, end));
  const variants: [Variant, ...Variant[]] = [{ name: 'all', start, end }];
  if (text[end - 1] === '.') {
    variants.push({ name: 'stop', start, end: start + text.slice(start, end - 1).trimEnd().length });
  }
  const more = [`abbreviated=${abbreviated}`, `bracket=${text[start] === '['}`];
  const choice = [`abbreviated=${abbreviated}`, `space=${/\s\.$/.test(text.slice(0, end))}`];
  return [candidate(region, habit, { kind: 'dateline', variants, more, choice })];
}

/** All candidates of a region. */
export function candidates(region: Region, habit: Habit, lexicon: Lexicon, shipsKnown: readonly string[]): Candidate[] {
  if (region.type === 'head') return [...heading(region, habit), ...bracketed(region, habit)];
  if (region.type === 'dateline') return dateline(region, habit);
  if (region.type === 'label') return label(region, habit);
  if (region.type === 'signed' || region.type === 'sourceLine' || region.type === 'seg') return [];
  return [
    ...(region.text.includes('[') ? bracketed(region, habit) : []),
    ...lead(region, habit),
    ...(region.text.includes('(') ? letters(region, habit) : []),
    ...ships(region, habit, shipsKnown),
    ...phrases(region, habit, lexicon),
  ];
}
