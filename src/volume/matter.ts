/** Front and back matter: the divisions of a file as they stand. */

import { type Source, source } from '../source.js';
import { withoutByteOrderMark } from '../text/byte-order-mark.js';
import { parseXml, type XmlElement, XmlSyntaxError } from '../xml/parse.js';
import type { Linked } from './links.js';
import { type Pointer, pointerOf } from './pointers.js';
import type { Problem } from './problem.js';

export interface MatterDivision extends Linked {
  readonly ids: readonly string[];
}

const NAMESPACES = /\s+xmlns(?::frus)?\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** The outermost `div`s of a file; a file that is one `div` gives that. */
export function divisionsOf(text: string, file: string): { divisions: MatterDivision[]; problems: Problem[] } {
  const of = source(withoutByteOrderMark(text), file);
  const divisions: MatterDivision[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'div') {
      const tag = of.text.slice(element.start, element.tagEnd).replace(NAMESPACES, '');
      const xml = tag + of.text.slice(element.tagEnd, element.end);
      divisions.push({ file, xml, ...linksIn(element, of, tag.length - element.tagEnd) });
    } else for (const child of element.children) if (child.type === 'element') visit(child);
  };
  try {
    visit(parseXml(of.text));
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    const message = `not well-formed XML: ${error.message}`;
    return { divisions, problems: [{ file, severity: 'error', code: 'not-well-formed', message }] };
  }
  const problems: Problem[] =
    divisions.length > 0 ? [] : [{ file, severity: 'error', code: 'no-division', message: 'holds no div' }];
  return { divisions, problems };
}

/** What in an element points elsewhere, and its identifiers, in order. @param shift as {@link pointerOf} takes it */
function linksIn(element: XmlElement, of: Source, shift: number): Pick<MatterDivision, 'pointers' | 'ids'> {
  const pointers: Pointer[] = [];
  const ids: string[] = [];
  const visit = (each: XmlElement): void => {
    const id = each.attributes['xml:id'];
    if (id) ids.push(id);
    const pointer = pointerOf(each, of, shift);
    if (pointer) pointers.push(pointer);
    for (const child of each.children) if (child.type === 'element') visit(child);
  };
  visit(element);
  return { pointers, ids };
}
