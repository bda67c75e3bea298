/** The lists of terms and of persons in a volume's front matter. */

import type { Authority } from '../authority/types.js';
import { escapeText, formatAttributes } from '../xml/write.js';

const item = (name: string, description: string): string =>
  `<item><hi rend="strong">${name}</hi>${description ? `, ${escapeText(description)}` : ''}</item>`;

const section = (id: string, head: string, type: string, items: readonly string[]): string =>
  items.length === 0
    ? ''
    : [
        `<div type="section" xml:id="${id}">`,
        `<head>${head}</head>`,
        `<list type="${type}">`,
        ...items,
        '</list>',
        '</div>',
        '',
      ].join('\n');

/** Both lists as divisions, each with a line end; '' where there is neither. Entries keep their order and their identifiers. */
export function frontLists({ persons, terms }: Authority): string {
  const termItems = terms.map(({ id, name, expansion }) =>
    item(`<term${formatAttributes({ 'xml:id': id })}>${escapeText(name)}</term>`, expansion),
  );
  const personItems = persons.map(({ id, name, description, see }) => {
    const attributes = see ? { 'xml:id': id, type: 'alt', corresp: `#${see}` } : { 'xml:id': id };
    return item(`<persName${formatAttributes(attributes)}>${escapeText(name)}</persName>`, description);
  });
  return (
    section('terms', 'Abbreviations and Terms', 'terms', termItems) +
    section('persons', 'Persons', 'names', personItems)
  );
}

/** Identifiers that the lists give. */
export const listIds = ({ persons, terms }: Authority): string[] => [
  ...(terms.length > 0 ? ['terms'] : []),
  ...(persons.length > 0 ? ['persons'] : []),
  ...[...terms, ...persons].map(({ id }) => id),
];
