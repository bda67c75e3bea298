/** Cut chosen elements out of an XML text that comes in pieces, to the byte: what is read is what is given back. */

import type * as Saxes from 'saxes';
import { onFirstUse } from '../on-first-use.js';
import { XmlSyntaxError } from './parse.js';

const saxes = onFirstUse<typeof Saxes>('saxes');

export interface CutTag {
  /** The name as written, prefix included. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface CutHandler {
  /** Whether to cut out this element (asked of elements outside of those already chosen). */
  choose(tag: CutTag): boolean;
  /** A chosen element, as it stands. */
  element(xml: string, tag: CutTag): void;
  /** The text between chosen elements, in pieces. */
  rest(xml: string): void;
}

/**
 * Read pieces of an XML text; `element` and `rest` get all of it, in order. Holds one chosen element and one piece at a time.
 *
 * @throws XmlSyntaxError at the first place that isn't well-formed.
 */
export function cutElements(pieces: Iterable<string>, handler: CutHandler): void {
  const parser = new (saxes().SaxesParser)({ xmlns: false, position: false });
  let held = ''; // read and not yet given on
  let base = 0; // offset of `held` in the whole text
  let depth = 0;
  let chosen: { tag: CutTag; depth: number } | undefined;
  let opening = 0;
  const giveRest = (until: number): void => {
    if (until > base) handler.rest(held.slice(0, until - base));
    held = held.slice(Math.max(0, until - base));
    base = Math.max(base, until);
  };
  parser.on('error', (error) => {
    throw new XmlSyntaxError(error.message, parser.position);
  });
  parser.on('opentagstart', ({ name }) => {
    if (!chosen) opening = base + held.lastIndexOf(`<${name}`, parser.position - base - 1);
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (chosen) return;
    const { name, attributes } = tag as unknown as CutTag;
    if (!handler.choose({ name, attributes })) return;
    giveRest(opening);
    chosen = { tag: { name, attributes }, depth };
  });
  parser.on('closetag', () => {
    if (chosen?.depth === depth) {
      const end = parser.position - base;
      handler.element(held.slice(0, end), chosen.tag);
      held = held.slice(end);
      base += end;
      chosen = undefined;
    }
    depth--;
  });
  for (const piece of pieces) {
    held += piece;
    parser.write(piece);
    // A tag may be half read: what follows the last `<` stays.
    if (!chosen) giveRest(base + Math.max(0, held.lastIndexOf('<')));
  }
  parser.close();
  giveRest(base + held.length);
}
