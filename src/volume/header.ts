/** The `teiHeader` of a volume: its titles, editors, imprint and identifiers, and the renditions that its documents point to. */

import { escapeText, formatAttributes } from '../xml/write.js';
import type { Manifest } from './manifest.js';

const TITLES = ['complete', 'series', 'sub-series', 'volume-number', 'volume'] as const;

/** What documents made by teigram point to. */
const RENDITIONS: Readonly<Record<string, string>> = { left: 'text-align: left;', right: 'text-align: right;' };

const element = (name: string, text: string, attributes: Readonly<Record<string, string | undefined>> = {}): string =>
  `<${name}${formatAttributes(attributes)}>${escapeText(text)}</${name}>`;

export interface HeaderFacts {
  /** `xml:id` and CSS of renditions that documents declare. */
  readonly renditions: Readonly<Record<string, string>>;
  /** teigram's version. */
  readonly version: string;
}

/** The header, a line each part, with a line end. */
export function volumeHeader(manifest: Manifest, { renditions, version }: HeaderFacts): string {
  const { volume, title, editors, publisher, place, published, content, identifiers, source } = manifest;
  const declared = { ...RENDITIONS, ...renditions, ...manifest.renditions };
  const lines = [
    '<teiHeader>',
    '<fileDesc>',
    '<titleStmt>',
    ...TITLES.flatMap((type) => (title[type] ? [element('title', title[type], { type })] : [])),
    ...editors.map(({ name, role }) => element('editor', name, { role })),
    '</titleStmt>',
    '<publicationStmt>',
    element('publisher', publisher),
    element('pubPlace', place),
    ...(published ? [element('date', published, { when: published, type: 'publication-date' })] : []),
    ...(content ? [contentDate(content)] : []),
    ...Object.entries(identifiers).map(([type, value]) => element('idno', value, { type })),
    ...(identifiers.frus ? [] : [element('idno', volume, { type: 'frus' })]),
    '</publicationStmt>',
    '<sourceDesc>',
    element('p', source ?? 'Encoded from the plain text of its documents.'),
    '</sourceDesc>',
    '</fileDesc>',
    '<encodingDesc>',
    `<appInfo><application ident="teigram"${formatAttributes({ version })}><label>teigram</label></application></appInfo>`,
    '<tagsDecl>',
    ...Object.keys(declared)
      .sort()
      .map((id) => element('rendition', declared[id]!, { 'xml:id': id, scheme: 'css' })),
    '</tagsDecl>',
    '</encodingDesc>',
    '</teiHeader>',
  ];
  return `${lines.join('\n')}\n`;
}

function contentDate({ from, to }: { readonly from: string; readonly to: string }): string {
  const attributes = from === to ? { when: from } : { from, to };
  return element('date', from === to ? from : `${from}–${to}`, { ...attributes, type: 'content-date' });
}
