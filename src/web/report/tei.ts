/** What a report takes from a TEI file: dates of its documents, and who is mentioned. */

import { type ScanElement, scanXml } from '../../xml/scan.js';

export interface TeiFacts {
  /** A day for each document, `undefined` for one without a date. */
  readonly days: readonly (string | undefined)[];
  /** Persons of the lists, by id: the words of each mention. */
  readonly persons: ReadonlyMap<string, readonly string[]>;
}

const attribute = ({ attributes }: ScanElement, name: string): string | undefined =>
  attributes.find((one) => one.name === name)?.value;

/** The first date of a document whose `@name` begins with a year, as a day. */
function dayOf(value: string | undefined): string | undefined {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value ?? '') ?? [];
  return year && `${year}-${month}-${day}`;
}

/** Undefined for what is no XML. */
export function teiFacts(text: string): TeiFacts | undefined {
  const { nodes, problem } = scanXml(text);
  if (problem) return undefined;
  const days: (string | undefined)[] = [];
  const persons = new Map<string, string[]>();
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (node.name === 'div' && attribute(node, 'type') === 'document') {
      const value = node.attributes.find(({ name }) => name.endsWith(':doc-dateTime-min'))?.value;
      days.push(dayOf(value));
    } else if (node.name === 'date' && days.length > 0 && days.at(-1) === undefined) {
      const value = ['when', 'from', 'notBefore'].map((name) => attribute(node, name)).find(Boolean);
      days[days.length - 1] = dayOf(value);
    } else if (node.name === 'persName') {
      const id = attribute(node, 'corresp')?.replace(/^#/, '');
      if (!id) continue;
      const words = nodes
        .slice(node.at + 1, node.until)
        .map((inner) => (inner.type === 'text' ? inner.raw : ''))
        .join('');
      const mentions = persons.get(id);
      if (mentions) mentions.push(words);
      else persons.set(id, [words]);
    }
  }
  return { days, persons };
}
