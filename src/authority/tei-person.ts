/** `person` of a `listPerson` → one entry, however many names it has. */

import { oneLine } from '../text/one-line.js';
import { type OrderedElement, textIn } from '../xml/ordered.js';
import { printedName } from './tei-text.js';
import type { Entry } from './types.js';

/** What tells of a life, not of an office: its years would be taken for those of one. */
const VITAL = new Set('birth death floruit age sex gender nationality idno linkGrp ptr listBibl bibl'.split(' '));

const isElement = (node: OrderedElement | string): node is OrderedElement => typeof node !== 'string';

/**
 * The name is the `persName` of type `main`, else the first that isn't of type `alt`; the others are further names. The
 * description is what else the element holds, parted by `; `. Undefined where no `persName` is a child
 * of it, and where one points to another entry (“Rice, see Rice-Morton”).
 */
export function personEntry(person: OrderedElement): Entry | undefined {
  const names = person.children.filter((node) => isElement(node) && node.name === 'persName') as OrderedElement[];
  const ofType = (is: (type: string | undefined) => boolean) => names.find(({ attributes }) => is(attributes.type));
  const main = ofType((type) => type === 'main') ?? ofType((type) => type !== 'alt') ?? names[0];
  if (!main || names.some(({ attributes }) => attributes.corresp !== undefined)) return undefined;
  const told = person.children.filter(
    (node) => !isElement(node) || !(node.name === 'persName' || VITAL.has(node.name)),
  );
  const isSentence = told.some((node) => !isElement(node) && oneLine(node) !== '');
  const texts = told.map((node) => (isElement(node) ? textIn(node) : node));
  const printed = (name: OrderedElement): string => oneLine(printedName(name)).replace(/[,;:]+$/, '');
  return {
    kind: 'person',
    id: person.attributes['xml:id'] ?? main.attributes['xml:id'] ?? '',
    name: printed(main),
    description: oneLine(isSentence ? texts.join('') : texts.filter((text) => oneLine(text) !== '').join('; ')).replace(
      /^[,;:.\s]+/,
      '',
    ),
    aliases: names
      .filter((name) => name !== main)
      .map(printed)
      .filter((name) => name !== ''),
    start: person.start,
    end: person.start,
  };
}
