/** Texts of TEI lists, as their entries print them. */

import { oneLine } from '../text/one-line.js';
import { type OrderedElement, textIn } from '../xml/ordered.js';

/** `surname` and `forename` children, where a list has them, in the order `Surname, Forename`; else the plain text. */
export function printedName(element: OrderedElement): string {
  const part = (name: string): string =>
    element.children
      .filter((c): c is OrderedElement => typeof c === 'object' && c.name === name)
      .map(textIn)
      .join(' ');
  const [surname, forename] = [part('surname'), part('forename')];
  if (surname === '') return textIn(element);
  const suffix = part('genName');
  return [surname, oneLine(`${part('roleName')} ${forename}`), suffix].filter((p) => p !== '').join(', ');
}
