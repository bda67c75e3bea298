/** The output formats, a row each: how their files are called and served. Their writers are in index.ts. */

interface FormatFacts {
  readonly extension: string;
  /** As services state it, with its charset. */
  readonly mediaType: string;
  /** It is XML of the edition, which the schema judges. */
  readonly isEdition: boolean;
}

const XML = { extension: '.xml', mediaType: 'application/xml; charset=utf-8', isEdition: true } as const;

const ROWS = {
  tei: XML,
  div: XML,
  json: { extension: '.json', mediaType: 'application/json; charset=utf-8', isEdition: false },
} as const;

/**
 * How a document is written: a TEI document, its division alone, or the tree as JSON.
 * @useDeclaredType
 */
export type Format = keyof typeof ROWS;
export const FORMATS: Readonly<Record<Format, FormatFacts>> = ROWS;
export const FORMAT_NAMES = Object.keys(ROWS) as readonly Format[];
export const DEFAULT_FORMAT: Format = 'tei';
