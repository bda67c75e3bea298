/** The `teiHeader` of a volume: its titles, editors, imprint and identifiers, and the renditions that its documents point to. */

import { DECLARED } from '../xml/renditions.js';
import { escapeText, formatAttributes } from '../xml/write.js';
import type { Manifest } from './manifest.js';

const TITLES = ['complete', 'series', 'sub-series', 'volume-number', 'volume'] as const;

const element = (name: string, text: string, attributes: Readonly<Record<string, string | undefined>> = {}): string =>
  `<${name}${formatAttributes(attributes)}>${escapeText(text)}</${name}>`;

export interface HeaderFacts {
  /** `xml:id` and CSS of renditions that documents declare. */
  readonly renditions: Readonly<Record<string, string>>;
  /** Grounds of inferred dates that documents point to. */
  readonly grounds: readonly string[];
  /** The documents' `correspDesc`s, each naming its document. */
  readonly correspondence: readonly string[];
  /** teigram's version. */
  readonly version: string;
}

/** The header, a line each part, with a line end. */
export function volumeHeader(
  manifest: Manifest,
  { renditions, grounds, correspondence, version }: HeaderFacts,
): string {
  const { volume, title, editors, publisher, place, published, content, identifiers, source } = manifest;
  const declared = { ...DECLARED, ...renditions, ...manifest.renditions };
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
    ...(grounds.length > 0
      ? ['<classDecl>', '<taxonomy>', ...grounds.map(category), '</taxonomy>', '</classDecl>']
      : []),
    '</encodingDesc>',
    ...(correspondence.length > 0 ? ['<profileDesc>', ...correspondence, '</profileDesc>'] : []),
    '</teiHeader>',
  ];
  return `${lines.join('\n')}\n`;
}

function contentDate({ from, to }: { readonly from: string; readonly to: string }): string {
  const attributes = from === to ? { when: from } : { from, to };
  return element('date', from === to ? from : `${from}–${to}`, { ...attributes, type: 'content-date' });
}

/** `date_undated-inferred-from-volume-coverage` in words: “Undated: inferred from volume coverage”. */
function category(id: string): string {
  const [first = '', ...rest] = id.replace(/^date_/, '').split('-');
  const words = first.charAt(0).toUpperCase() + first.slice(1) + (rest.length > 0 ? `: ${rest.join(' ')}` : '');
  return `<category${formatAttributes({ 'xml:id': id })}>${element('catDesc', words)}</category>`;
}

/** A document's `correspDesc` with the document's name on it. */
export const correspondenceOf = (id: string, xml: string): string =>
  xml.replace(
    /^<correspDesc(?:\s+(?:corresp|xmlns(?::\w+)?)\s*=\s*(?:"[^"]*"|'[^']*'))*/,
    `<correspDesc corresp="#${id}"`,
  );

/** Identifiers that the header gives. */
export const headerIds = ({ renditions }: Manifest, facts: Pick<HeaderFacts, 'renditions' | 'grounds'>): string[] => [
  ...new Set([...Object.keys({ ...DECLARED, ...facts.renditions, ...renditions }), ...facts.grounds]),
];
