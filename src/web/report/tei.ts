/** What a report takes from a TEI file: dates of its documents, and who is mentioned. */

import { attr, isDocument, textIn } from '../../check/rules/tree.js';
import { scanXml } from '../../xml/scan.js';

export interface TeiFacts {
  /** What it says that it is of: the id of its root, else what its header says. */
  readonly volume?: string;
  /** A day for each document, `undefined` for one without a date. */
  readonly days: readonly (string | undefined)[];
  /** Persons of the lists, by id: the words of each mention. */
  readonly persons: ReadonlyMap<string, readonly string[]>;
}

/** The first date of a document whose `@name` begins with a year, as a day. */
function dayOf(value: string | undefined): string | undefined {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value ?? '') ?? [];
  return year && `${year}-${month}-${day}`;
}

/** Undefined for what is no XML. */
export function teiFacts(text: string): TeiFacts | undefined {
  const scan = scanXml(text);
  if (scan.problem) return undefined;
  let volume: string | undefined;
  const days: (string | undefined)[] = [];
  const persons = new Map<string, string[]>();
  for (const node of scan.nodes) {
    if (node.type !== 'element') continue;
    if (isDocument(node)) {
      const value = node.attributes.find(({ name }) => name.endsWith(':doc-dateTime-min'))?.value;
      days.push(dayOf(value));
    } else if (node.name === 'date' && days.length > 0 && days.at(-1) === undefined) {
      const value = ['when', 'from', 'notBefore'].map((name) => attr(node, name)).find(Boolean);
      days[days.length - 1] = dayOf(value);
    } else if (node.name === 'TEI') {
      volume ??= attr(node, 'xml:id');
    } else if (node.name === 'idno' && attr(node, 'type') === 'frus') {
      volume ??= textIn(scan, node).trim() || undefined;
    } else if (node.name === 'persName') {
      const id = attr(node, 'corresp')?.replace(/^#/, '');
      if (!id) continue;
      const words = textIn(scan, node, 'note');
      const mentions = persons.get(id);
      if (mentions) mentions.push(words);
      else persons.set(id, [words]);
    }
  }
  return { ...(volume !== undefined && { volume }), days, persons };
}
