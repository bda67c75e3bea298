/** What is scored: one row a field. A new field is a new row. */

import type { XmlElement } from '../xml/parse.js';

/** Where a field's occurrence lies: over the element's text, at its end, at its place (it has no text), or nowhere in particular. */
export type Extent = 'span' | 'end' | 'point' | 'once';

export interface Field {
  readonly name: string;
  readonly extent: Extent;
  /** Elements by local name. */
  readonly elements: readonly string[];
  /** What must agree besides the place; undefined where this element is no occurrence of the field. */
  readonly key: (element: XmlElement, inNote: boolean) => string | undefined;
  /** Counted also where the element has no text. */
  readonly empty?: true;
  /** Why the field is scored this way. */
  readonly why?: string;
}

const present = (): string => '';
const attribute =
  (name: string) =>
  ({ attributes }: XmlElement): string | undefined =>
    attributes[name] || undefined;
/** What a name or term points to, as editions write it: `corresp="#bohlen"`, `ref="#bohlen"` and `key="bohlen"` are one. */
const named = ({ attributes: { ref, key } }: XmlElement): string | undefined => ref || (key ? `#${key}` : undefined);
const personLink = (element: XmlElement): string | undefined => element.attributes.corresp || named(element);
const termLink = (element: XmlElement): string | undefined =>
  element.attributes.target || (element.name === 'term' ? named(element) : undefined);
/** `rs` and `name` are persons where they say so. */
const PERSONS = ['persName', 'rs', 'name'];
const ofPerson =
  (key: (element: XmlElement) => string | undefined) =>
  (element: XmlElement): string | undefined =>
    element.name === 'persName' || element.attributes.type === 'person' ? key(element) : undefined;
const bodyOnly = (_: XmlElement, inNote: boolean): string | undefined => (inNote ? undefined : '');
const correspondent = ({ attributes }: XmlElement): string | undefined =>
  attributes.type === 'from' || attributes.type === 'to' ? attributes.type : undefined;

const plain = (name: string, empty?: true): Field => ({
  name,
  extent: 'span',
  elements: [name],
  key: present,
  ...(empty && { empty }),
});

/** A zone is left out of `@when`: editions differ in whether they give one. */
const moment = ({ attributes }: XmlElement): string | undefined =>
  attributes.when?.replace(/([+-]\d\d:\d\d|Z)$/, '') || undefined;

/** Notes and page breaks are handled by flatten.ts, for they open a text of their own or have none. */
export const FIELDS: readonly Field[] = [
  plain('head'),
  { ...plain('p'), key: bodyOnly, why: 'paragraphs of notes are left out: editions encode them in two ways' },
  { name: 'note', extent: 'point', elements: ['note'], key: attribute('n'), why: 'a note is its place and its number' },
  {
    name: 'source-note',
    extent: 'once',
    elements: ['note'],
    key: ({ attributes }) => (attributes.type === 'source' ? attributes.n : undefined),
  },
  { name: 'pb', extent: 'point', elements: ['pb'], key: ({ attributes }) => attributes.n ?? '' },
  ...['opener', 'dateline', 'placeName', 'salute'].map((name) => plain(name)),
  plain('date', true),
  { name: 'date@when', extent: 'span', elements: ['date'], key: moment, empty: true, why: 'compared without its zone' },
  plain('closer', true),
  ...['signed', 'postscript', 'attachment', 'quote', 'list', 'item', 'label', 'row', 'cell'].map((name) => plain(name)),
  { ...plain('persName'), elements: PERSONS, key: ofPerson(present) },
  {
    name: 'person-end',
    extent: 'end',
    elements: PERSONS,
    key: ofPerson(present),
    why: 'a name with or without the title before it is the same finding',
  },
  { name: 'persName@corresp', extent: 'span', elements: PERSONS, key: ofPerson(personLink), why: 'or @ref, or @key' },
  { name: 'person-link', extent: 'end', elements: PERSONS, key: ofPerson(personLink) },
  { name: 'from/to', extent: 'span', elements: ['persName', 'gloss'], key: correspondent },
  {
    name: 'gloss@target',
    extent: 'span',
    elements: ['gloss', 'term'],
    key: termLink,
    why: 'or term with @ref, or @key',
  },
  {
    name: 'hi-italic',
    extent: 'span',
    elements: ['hi'],
    key: ({ attributes }) => (attributes.rend === 'italic' ? '' : undefined),
  },
  plain('ref'),
  { name: 'ref@target', extent: 'span', elements: ['ref'], key: ({ attributes }) => attributes.target ?? '' },
];

/** Texts that are compared as wholes. */
export const TEXT_FIELDS = ['body-text', 'note-text'] as const;

/** A document's structure is exact where all of these agree. */
export const STRUCTURE = new Set(['head', 'p', 'note', 'pb', 'closer', 'signed', 'item', 'dateline']);
/** A document is lossless where all of these agree. */
export const LOSSLESS = new Set(['note', 'pb', ...TEXT_FIELDS]);
