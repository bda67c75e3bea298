/** XML lists → elements in order, by fast-xml-parser: forgiving and quick, for files of others that are only read. */

import type * as FastXmlParser from 'fast-xml-parser';
import { onFirstUse } from '../on-first-use.js';

const library = onFirstUse<typeof FastXmlParser>('fast-xml-parser');

/** An element, name without prefix; `start` is the offset of its `<`. */
export interface OrderedElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (OrderedElement | string)[];
  readonly start: number;
}

/** What {@link parseOrdered} found, and the first place that isn't well-formed, if any. */
export interface Ordered {
  readonly roots: readonly OrderedElement[];
  readonly fault?: { readonly message: string; readonly line: number; readonly column: number };
}

const OPTIONS: FastXmlParser.X2jOptions = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  captureMetaData: true,
  htmlEntities: true,
};

type Raw = Record<string | symbol, unknown>;

/** `place` is the key under which the parser keeps the place of an element. */
function convert(raw: Raw, place: symbol): OrderedElement | string | undefined {
  if (typeof raw['#text'] === 'string') return raw['#text'];
  const key = Object.keys(raw).find((k) => k !== ':@');
  if (key === undefined || key.startsWith('?')) return undefined;
  const meta = raw[place] as { startIndex?: number } | undefined;
  return {
    name: key.slice(key.indexOf(':') + 1),
    attributes: (raw[':@'] as Record<string, string> | undefined) ?? {},
    children: (raw[key] as Raw[]).map((child) => convert(child, place)).filter((child) => child !== undefined),
    start: meta?.startIndex ?? 0,
  };
}

/** Read a whole text. A DOCTYPE is refused; what isn't well-formed is a `fault`, never an exception. */
export function parseOrdered(text: string): Ordered {
  if (/<!DOCTYPE/i.test(text)) {
    return { roots: [], fault: { message: 'a DOCTYPE is not accepted', line: 1, column: 1 } };
  }
  const { XMLParser, XMLValidator } = library();
  const verdict = XMLValidator.validate(text);
  if (verdict !== true)
    return { roots: [], fault: { message: verdict.err.msg, line: verdict.err.line, column: verdict.err.col } };
  try {
    const place = XMLParser.getMetaDataSymbol() as unknown as symbol;
    const roots = (new XMLParser(OPTIONS).parse(text) as Raw[]).map((root) => convert(root, place));
    return { roots: roots.filter((root) => typeof root === 'object') };
  } catch (error) {
    return { roots: [], fault: { message: (error as Error).message, line: 1, column: 1 } };
  }
}

/** All text inside an element. */
export function textIn(element: OrderedElement | string): string {
  return typeof element === 'string' ? element : element.children.map(textIn).join('');
}
