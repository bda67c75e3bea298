/** Seeded mutations of edition XML: what editors and scripts get wrong, and some that no one would. */

import { type Outline, outline, type Place } from '../check/schema/outline.js';

export type Random = () => number;

export interface Mutation {
  readonly kind: string;
  readonly text: string;
}

const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const NAMES =
  'p head note hi persName gloss ref list item table row cell opener closer dateline date pb lb seg quote div'.split(
    ' ',
  );
const OTHER_NAMES = ['para', 'P', 'emph', 'foo', 'frus:attachment', 'teiHeader', 'abbr', 'salute', 'label', 'term'];
const VALUES = [
  '',
  ' ',
  'italics',
  'bold',
  '#',
  'd1',
  '1955-13-01',
  '1955-02-30',
  '1955',
  'xyz abc',
  '-1',
  '0',
  'é',
  '#p_X',
  'noon',
];
const ATTRIBUTES = [
  'rend',
  'type',
  'n',
  'xml:id',
  'target',
  'corresp',
  'when',
  'foo',
  'subtype',
  'calendar',
  'xml:lang',
  'cols',
];
const STRAY = [
  'stray',
  ' more text, and more ',
  '½',
  '&amp;',
  '<!-- a comment -->',
  '<?pi data?>',
  '\n\n',
  '<![CDATA[raw]]>',
];

interface Tag {
  readonly place: Place;
  readonly inner: string;
  readonly whole: string;
  readonly tag: string;
}

function tagOf(text: string, place: Place): Tag {
  return {
    place,
    inner: text.slice(place.tagEnd, Math.max(place.close, place.tagEnd)),
    whole: text.slice(place.start, place.end),
    tag: text.slice(place.start, place.tagEnd),
  };
}

const splice = (text: string, start: number, end: number, insert: string): string =>
  text.slice(0, start) + insert + text.slice(end);

function attributesOf({ tag, place }: Tag): { start: number; end: number; name: string; value: string }[] {
  return [...tag.matchAll(/\s([\w:.-]+)\s*=\s*"([^"]*)"/g)]
    .filter((match) => !match[1]?.startsWith('xmlns'))
    .map((match) => ({
      start: place.start + match.index,
      end: place.start + match.index + match[0].length,
      name: match[1] as string,
      value: match[2] as string,
    }));
}

const rename = (whole: string, from: string, to: string): string => {
  const opened = `<${to}${whole.slice(from.length + 1)}`;
  const close = opened.lastIndexOf(`</${from}`);
  return close < 0 ? opened : `${opened.slice(0, close)}</${to}${opened.slice(close + 2 + from.length)}`;
};

type Mutator = (text: string, tag: Tag, random: Random, places: Outline) => string | undefined;

const MUTATORS: Readonly<Record<string, Mutator>> = {
  'delete element': (text, { place }) => (place.parent < 0 ? undefined : splice(text, place.start, place.end, '')),
  'unwrap element': (text, { place, inner }) =>
    place.parent < 0 ? undefined : splice(text, place.start, place.end, inner),
  'double element': (text, { place, whole }) =>
    place.parent < 0 ? undefined : splice(text, place.end, place.end, whole),
  'double element, ids left out': (text, { place, whole }) =>
    place.parent < 0 ? undefined : splice(text, place.end, place.end, whole.replace(/ xml:id="[^"]*"/g, '')),
  'rename element': (text, { place, whole }, random) =>
    splice(text, place.start, place.end, rename(whole, place.name, pick(random, [...NAMES, ...OTHER_NAMES]))),
  'swap with next sibling': (text, { place, whole }, _, places) => {
    const siblings = places[place.parent]?.children ?? [];
    const next = places[siblings[siblings.findIndex((i) => places[i] === place) + 1] ?? -1];
    if (!next) return undefined;
    return splice(
      text,
      place.start,
      next.end,
      text.slice(next.start, next.end) + text.slice(place.end, next.start) + whole,
    );
  },
  'delete attribute': (text, tag, random) => {
    const all = attributesOf(tag);
    if (all.length === 0) return undefined;
    const { start, end } = pick(random, all);
    return splice(text, start, end, '');
  },
  'add attribute': (text, { place, tag }, random) => {
    const name = pick(random, ATTRIBUTES);
    if (tag.includes(` ${name}=`)) return undefined;
    return splice(
      text,
      place.start + 1 + place.name.length,
      place.start + 1 + place.name.length,
      ` ${name}="${pick(random, VALUES)}"`,
    );
  },
  'change value': (text, tag, random) => {
    const all = attributesOf(tag);
    if (all.length === 0) return undefined;
    const { start, end, name } = pick(random, all);
    return splice(text, start, end, ` ${name}="${pick(random, VALUES)}"`);
  },
  'misspell value': (text, tag, random) => {
    const all = attributesOf(tag).filter(({ value }) => value.length > 1);
    if (all.length === 0) return undefined;
    const { start, end, name, value } = pick(random, all);
    const at = Math.floor(random() * value.length);
    return splice(text, start, end, ` ${name}="${value.slice(0, at)}${value.slice(at + 1)}"`);
  },
  'stray text': (text, { place }, random) => {
    const at = pick(random, [place.start, place.tagEnd, place.close, place.end]);
    return place.parent < 0 ? undefined : splice(text, at, at, pick(random, STRAY));
  },
  'insert element': (text, { place }, random) => {
    const name = pick(random, [...NAMES, ...OTHER_NAMES]);
    const at = pick(random, [place.tagEnd, place.close]);
    return place.tagEnd === place.end
      ? undefined
      : splice(text, at, at, pick(random, [`<${name}/>`, `<${name}>text</${name}>`]));
  },
  'empty element': (text, { place }) => splice(text, place.tagEnd, Math.max(place.close, place.tagEnd), ''),
  'wrap in its own kind': (text, { place, whole }) => {
    const clone = whole.replace(/ xml:id="[^"]*"/g, '');
    return place.parent < 0
      ? undefined
      : splice(text, place.start, place.end, `<${place.name}>${clone}</${place.name}>`);
  },
  'move into next element': (text, { place, whole }, random, places) => {
    const later = places.filter((other) => other.start >= place.end && other.tagEnd < other.end);
    if (place.parent < 0 || later.length === 0) return undefined;
    const target = pick(random, later);
    return splice(splice(text, target.tagEnd, target.tagEnd, whole), place.start, place.end, '');
  },
  'other namespace': (text, { place }) =>
    splice(
      text,
      place.start + 1 + place.name.length,
      place.start + 1 + place.name.length,
      ' xmlns="http://example.org/"',
    ),
  'no namespace': (text) => text.replace(' xmlns="http://www.tei-c.org/ns/1.0"', ''),
  'cut off': (text, { place }) => text.slice(0, place.close),
  'lose end tag': (text, { place }) => (place.close < place.end ? splice(text, place.close, place.end, '') : undefined),
  'bare ampersand': (text, { place }) => splice(text, place.tagEnd, place.tagEnd, ' & '),
};

const KINDS = Object.keys(MUTATORS).sort();

/** One mutation of a document, chosen by `random`; the same numbers give the same mutation. */
export function mutate(text: string, random: Random): Mutation {
  const places = outline(text);
  for (;;) {
    const kind = pick(random, KINDS);
    const mutated = MUTATORS[kind]?.(text, tagOf(text, pick(random, places)), random, places);
    if (mutated !== undefined && mutated !== text) return { kind, text: mutated };
  }
}
