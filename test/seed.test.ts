/** The document that the project began with, against its publisher's own encoding. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convert, readAuthority } from '../src/index.js';
import { parseXml, type XmlElement } from '../src/xml/parse.js';

const shared = join(import.meta.dirname, '../../shared');
const there = existsSync(join(shared, 'seed/telegram.txt'));
const VOLUME = 'frus1955-57v23p1';
const DATELINE = 'Washington, August 1, 1955—7:15 p.m.';

const read = (path: string): string => readFileSync(join(shared, path), 'utf8');

/** Elements of a name, as text with their attributes, wherever they stand. */
function all(element: XmlElement, name: string): string[] {
  const here = element.name === name ? [outline(element)] : [];
  return [...here, ...element.children.flatMap((child) => (child.type === 'element' ? all(child, name) : []))];
}

function outline(element: XmlElement): string {
  const attributes = Object.entries(element.attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${value}"`);
  const inside = element.children.map((child) => (child.type === 'text' ? child.value : outline(child)));
  return `<${element.name}${attributes.join('')}>${inside.join('')}</${element.name}>`.replace(/\s+/g, ' ');
}

/** Without the tags that need a volume's lists and references: what is left is the document's own structure. */
const plain = (xml: string): string => xml.replace(/<\/?(?:persName|gloss|ref|hi)(?: (?!type=)[^>]*)?>/g, '');

describe.skipIf(!there)('the seed (needs ../shared/seed)', () => {
  const gold = there ? parseXml(read('seed/telegram.gold.xml')) : undefined;
  const text = there ? read('seed/telegram.txt') : '';
  const converted = (source: string, authority = false): XmlElement => {
    const lists = { authority: readAuthority([{ name: 'lists', text: read(`corpus/authority/${VOLUME}.xml`) }]) };
    const { output, findings } = convert(source, {
      volume: VOLUME,
      format: 'div',
      pretty: false,
      ...(authority && lists),
    });
    expect(findings).toEqual([]);
    return parseXml(output);
  };

  test('head, notes and their places, page break, paragraphs and closer are the edition’s', () => {
    const mine = converted(text);
    for (const name of ['head', 'p', 'note', 'pb', 'closer']) {
      expect(all(mine, name).map(plain)).toEqual(all(gold!, name).map(plain));
    }
    expect(all(mine, 'opener')).toEqual([]);
    expect(all(mine, 'gloss').filter((one) => one.includes('type='))).toEqual(
      all(gold!, 'gloss').filter((one) => one.includes('type=')),
    );
  });

  test('with the dateline put back, opener, date and the document’s moment too', () => {
    const mine = converted(text.replace('\n\n', `\n\n${DATELINE}\n\n`));
    for (const name of ['opener', 'date']) expect(all(mine, name)).toEqual(all(gold!, name));
    expect(mine.attributes).toEqual(gold!.attributes);
  });

  test('with the volume’s lists, persons, terms, references and emphasis are linked as in the edition', () => {
    const mine = converted(text.replace('\n\n', `\n\n${DATELINE}\n\n`), true);
    for (const name of ['ref', 'hi']) expect(all(mine, name)).toEqual(all(gold!, name));
    // The edition links Robertson to a namesake who held another office; the rest is to agree.
    const persons = (root: XmlElement): string[] => all(root, 'persName').filter((one) => !one.includes('Robertson'));
    expect(persons(mine)).toEqual(persons(gold!));
    expect(all(mine, 'gloss')).toEqual(all(gold!, 'gloss'));
  });
});
