/** The `teiHeader` of one document. */

import { basename } from 'node:path';
import { textOf } from '../../source.js';
import { oneLine } from '../../text/one-line.js';
import { NUMBER_BEFORE } from '../../text/printed-number.js';
import type { CorrespondenceParty, Document } from '../../tree.js';
import { FORBIDDEN } from '../../xml/characters.js';
import { DECLARED } from '../../xml/renditions.js';
import { type Attributes, element, escapeText } from '../../xml/write.js';

export interface HeaderOptions {
  readonly version: string;
}

/** An element that holds a text of the document, or what is known of it. */
const words = (name: string, text: string, attributes?: Attributes): string =>
  element(name, escapeText(text.replace(FORBIDDEN, '')), attributes);

/** The header as XML, without declaration. */
export function header(document: Document, { version }: HeaderOptions): string {
  return `<teiHeader>${fileDesc(document)}${encodingDesc(version)}${profileDesc(document)}</teiHeader>`;
}

const PUBLICATION = element('publicationStmt', element('p', 'Encoded from plain text; not yet published.'));
const SERIES = element('title', 'Foreign Relations of the United States', { level: 's' });

function fileDesc(document: Document): string {
  const { volume, id, n } = document.context;
  const bibl = volume
    ? element(
        'bibl',
        SERIES + words('idno', volume, { type: 'frus' }) + words('biblScope', n ?? id, { unit: 'document' }),
      )
    : // Not the folders above it: they are of one machine, and the same text gives the same bytes on all.
      words('bibl', basename(document.source.name));
  const titles = element('titleStmt', words('title', title(document)));
  return element('fileDesc', titles + PUBLICATION + element('sourceDesc', bibl));
}

const encodings = new Map<string, string>();

/** The same in every document of a version: made once. */
function encodingDesc(version: string): string {
  let made = encodings.get(version);
  if (made === undefined) {
    const application = element('application', element('label', 'teigram'), { ident: 'teigram', version });
    const renditions = Object.entries(DECLARED).map(([name, css]) =>
      words('rendition', css, { 'xml:id': name, scheme: 'css' }),
    );
    const taxonomies = Object.entries(TAXONOMIES).map(([name, desc]) =>
      element('taxonomy', words('desc', desc), { 'xml:id': name }),
    );
    made = element(
      'encodingDesc',
      element('appInfo', application) +
        element('tagsDecl', renditions.join('')) +
        element('classDecl', taxonomies.join('')),
    );
    encodings.set(version, made);
  }
  return made;
}

/** The schemes that `textClass` points to. */
const TAXONOMIES: Readonly<Record<string, string>> = {
  genre: 'Kinds of diplomatic documents, as teigram tells them by heading and shape.',
  tags: 'Traffic Analysis by Geography and Subject: the subject tags of the U.S. Department of State’s cables.',
};

/** What kind of document it is, what it is filed under, and who wrote to whom, where it is known. */
function profileDesc({ genre, subjects = [], correspondence }: Document): string {
  const terms = subjects.map((subject) => words('term', subject)).join('');
  const keywords = terms && element('keywords', terms, { scheme: '#tags' });
  const textClass = element('textClass', words('classCode', genre, { scheme: '#genre' }) + keywords);
  if (!correspondence) return element('profileDesc', textClass);
  const { sent, received, addressed = [], copied = [] } = correspondence;
  const copies = organisations(copied);
  const actions =
    action('sent', sent) +
    action('received', received, addressed) +
    (copies && element('correspAction', copies, { type: 'received' }));
  return element('profileDesc', textClass + element('correspDesc', actions));
}

const organisations = (names: readonly string[]): string => names.map((name) => words('orgName', name)).join('');

/** @param others organisations that took part beside the party */
function action(type: string, party: CorrespondenceParty | undefined, others: readonly string[] = []): string {
  if (!party || Object.keys(party).length === 0) return '';
  const { organisation, person, corresp, place, date } = party;
  const parts =
    (organisation ? words('orgName', organisation) : '') +
    organisations(others) +
    (person ? words('persName', person, { corresp: corresp || undefined }) : '') +
    (place ? words('placeName', place) : '') +
    (date ? element('date', '', date) : '');
  return element('correspAction', parts, { type });
}

/** The heading without its number and notes, or without the word before a subject. */
function title(document: Document): string {
  const head = document.blocks.find((block) => block.type === 'head');
  if (!head || !('content' in head))
    return document.context.volume ? `Document ${document.context.id}` : 'Untitled document';
  let text = '';
  for (const leaf of head.content) {
    if (leaf.type === 'text') text += textOf(document.source, leaf.span);
    else if (leaf.type === 'lb' || (leaf.type === 'skip' && leaf.reason !== 'unseen')) text += ' ';
  }
  const plain = oneLine(text);
  const unnumbered = plain.replace(NUMBER_BEFORE, '');
  return unnumbered === plain ? plain.replace(/^(?:SUBJ(?:ECT)?|subj(?:ect)?) ?: ?(?=\S)/, '') : unnumbered;
}
