/** The `teiHeader` of one document. */

import { create } from 'xmlbuilder2';
import { textOf } from '../../source.js';
import type { CorrespondenceParty, Document } from '../../tree.js';

export interface HeaderOptions {
  readonly version: string;
}

/** Renditions that documents point to; every `@rendition` is declared in the header. */
const RENDITIONS: Readonly<Record<string, string>> = { left: 'text-align: left;', right: 'text-align: right;' };

/** Characters that XML 1.0 can't hold. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** xmlbuilder2 takes `&#0;` in a text for a reference and lets it stand: escape ampersands first. */
const plain = (text: string): string => text.replace(FORBIDDEN, '').replaceAll('&', '&amp;');

/** The header as XML, without declaration. */
export function header(document: Document, { version }: HeaderOptions): string {
  return `<teiHeader>${fileDesc(document)}${encodingDesc(version)}${profileDesc(document)}</teiHeader>`;
}

function fileDesc(document: Document): string {
  const { volume, id, n } = document.context;
  const file = create().ele('fileDesc');
  file
    .ele('titleStmt')
    .ele('title')
    .txt(plain(title(document)));
  file.ele('publicationStmt').ele('p').txt('Encoded from plain text; not yet published.');
  const bibl = file.ele('sourceDesc').ele('bibl');
  if (volume) {
    bibl.ele('title', { level: 's' }).txt('Foreign Relations of the United States').up();
    bibl.ele('idno', { type: 'frus' }).txt(plain(volume));
    bibl.ele('biblScope', { unit: 'document' }).txt(plain(n ?? id));
  } else {
    bibl.txt(plain(document.source.name));
  }
  return file.end({ headless: true });
}

const encodings = new Map<string, string>();

/** The same in every document of a version: made once. */
function encodingDesc(version: string): string {
  let made = encodings.get(version);
  if (made === undefined) {
    const encoding = create().ele('encodingDesc');
    encoding.ele('appInfo').ele('application', { ident: 'teigram', version }).ele('label').txt('teigram');
    const tags = encoding.ele('tagsDecl');
    for (const [name, css] of Object.entries(RENDITIONS)) {
      tags.ele('rendition', { 'xml:id': name, scheme: 'css' }).txt(css);
    }
    made = encoding.end({ headless: true });
    encodings.set(version, made);
  }
  return made;
}

/** Who wrote to whom, where it is known. */
function profileDesc({ correspondence }: Document): string {
  if (!correspondence) return '';
  const desc = create().ele('profileDesc').ele('correspDesc');
  for (const type of ['sent', 'received'] as const) addAction(desc, type, correspondence[type]);
  return desc.end({ headless: true });
}

type Node = ReturnType<ReturnType<typeof create>['ele']>;

function addAction(desc: Node, type: string, party: CorrespondenceParty | undefined): void {
  if (!party || Object.keys(party).length === 0) return;
  const action = desc.ele('correspAction', { type });
  if (party.organisation) action.ele('orgName').txt(plain(party.organisation));
  if (party.person) action.ele('persName', party.corresp ? { corresp: party.corresp } : {}).txt(plain(party.person));
  if (party.place) action.ele('placeName').txt(plain(party.place));
  if (party.date) action.ele('date', party.date);
}

/** The heading without its number and notes. */
function title(document: Document): string {
  const head = document.blocks.find((block) => block.type === 'head');
  if (!head || !('content' in head))
    return document.context.volume ? `Document ${document.context.id}` : 'Untitled document';
  let text = '';
  for (const leaf of head.content) {
    if (leaf.type === 'text') text += textOf(document.source, leaf.span);
    else if (leaf.type === 'lb') text += ' ';
  }
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.replace(/^(?:\[?\d+[A-Z]?\]?\.?|No\. \d+)\s+(?=\S)/, '') || plain;
}
