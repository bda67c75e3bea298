/** XML → a small tree with places. The reading half of the XML home; see write.ts for the other. */

import type * as Saxes from 'saxes';
import { onFirstUse } from '../on-first-use.js';

const saxes = onFirstUse<typeof Saxes>('saxes');

export interface XmlText {
  readonly type: 'text';
  readonly value: string;
}

/**
 * An element. `name` is the local name, `ns` the namespace URI ('' for none); attribute names keep their prefix
 * (`xml:id`, `frus:doc-dateTime-min`). `start` is the offset (UTF-16 code units) of its `<`, `tagEnd` the offset after the
 * start tag's `>`; `end` the offset after the end tag's `>`.
 */
export interface XmlElement {
  readonly type: 'element';
  readonly name: string;
  readonly ns: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Namespaces that the element itself declares, by prefix ('' for the default); absent where there are none. */
  readonly declares?: Readonly<Record<string, string>>;
  readonly children: (XmlElement | XmlText)[];
  readonly start: number;
  readonly tagEnd: number;
  end: number;
}

export class XmlSyntaxError extends Error {
  constructor(
    message: string,
    /** Offset in UTF-16 code units where the parser stopped. */
    readonly offset: number,
  ) {
    super(message);
    this.name = 'XmlSyntaxError';
  }
}

/** Elements inside one another: far more than any edition has, and few enough for functions that go through a tree by recursion. */
const MAX_DEPTH = 500;

/**
 * Parse a document or a lone element. Comments and processing instructions are left out; no DOCTYPE is ever acted on.
 *
 * @throws XmlSyntaxError at the first place that isn't well-formed, or that is nested too deeply.
 */
export function parseXml(text: string): XmlElement {
  const parser = new (saxes().SaxesParser)({ xmlns: true, position: false });
  let root: XmlElement | undefined;
  const open: XmlElement[] = [];
  let tagStart = 0;
  parser.on('error', (error) => {
    throw new XmlSyntaxError(error.message, parser.position);
  });
  parser.on('opentagstart', (tag) => {
    tagStart = text.lastIndexOf(`<${tag.name}`, parser.position - 1);
  });
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    const declares: Record<string, string> = {};
    for (const [name, attribute] of Object.entries(tag.attributes)) {
      if (attribute.prefix === 'xmlns') declares[attribute.local] = attribute.value;
      else if (name === 'xmlns') declares[''] = attribute.value;
      else attributes[name] = attribute.value;
    }
    const element: XmlElement = {
      type: 'element',
      name: tag.local,
      ns: tag.uri,
      attributes,
      ...(Object.keys(declares).length > 0 ? { declares } : {}),
      children: [],
      start: tagStart,
      tagEnd: parser.position,
      end: parser.position,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
    if (open.length > MAX_DEPTH)
      throw new XmlSyntaxError(`more than ${MAX_DEPTH} elements inside one another`, parser.position);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) element.end = parser.position;
  });
  const addText = (value: string): void => {
    open.at(-1)?.children.push({ type: 'text', value });
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  if (!root) throw new XmlSyntaxError('no element', 0);
  return root;
}
