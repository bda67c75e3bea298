/**
 * What is read where TEI holds more than one reading: as TEI's own stylesheets have it, the edited one. Of a `choice` the correction, the
 * regular form, the expansion; of an `app` the lemma, else the first reading.
 */

import { childElements } from '../xml/elements.js';
import type { XmlElement } from '../xml/parse.js';

/** In a `choice`, the first of these that it has; else its first element. */
const EDITED = ['corr', 'reg', 'expan'];

const chosen = (choice: XmlElement): XmlElement | undefined => {
  const all = childElements(choice);
  return EDITED.flatMap((name) => all.filter((child) => child.name === name))[0] ?? all[0];
};

/** An `app` with a `from` stands apart from the text that it is about, which has its lemma already. */
const lemma = (app: XmlElement): XmlElement | undefined => {
  if (app.attributes.from !== undefined) return undefined;
  const readings = childElements(app).flatMap((child) => (child.name === 'rdgGrp' ? childElements(child) : [child]));
  return readings.find(({ name }) => name === 'lem') ?? readings.find(({ name }) => name === 'rdg');
};

const READINGS: ReadonlyMap<string, (element: XmlElement) => XmlElement | undefined> = new Map([
  ['choice', chosen],
  ['app', lemma],
]);

/** The children of an element that are read. */
export function readChildren(element: XmlElement): XmlElement['children'] {
  const reading = READINGS.get(element.name);
  if (!reading) return element.children;
  const read = reading(element);
  return read ? [read] : [];
}

/** The characters that are read in an element. */
export const textIn = (element: XmlElement): string =>
  readChildren(element)
    .map((child) => (child.type === 'text' ? child.value : textIn(child)))
    .join('');

/** What stands for a `gap`: dots in brackets, and what the file says of it. */
export function gapText(gap: XmlElement): string {
  const why = textIn(gap).trim() || (gap.attributes.reason ?? '');
  return why ? `[… ${why}]` : '[…]';
}
