/** Front and back matter: the divisions of a file as they stand. */

import { type Source, source } from '../source.js';
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
  const of = source(text.replace(/^\ufeff/, ''), file);
  const divisions: MatterDivision[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'div') {
      const tag = of.text.slice(element.start, element.tagEnd).replace(NAMESPACES, '');
      const xml = tag + of.text.slice(element.tagEnd, element.end);
      const pointers = pointersIn(element, of, tag.length - element.tagEnd);
      divisions.push({ file, xml, pointers, ids: idsIn(element) });
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

/** What points elsewhere below an element, in order. */
function pointersIn(element: XmlElement, of: Source, shift: number): Pointer[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const own = pointerOf(child, of, shift);
    const inner = pointersIn(child, of, shift);
    return own ? [own, ...inner] : inner;
  });
}

function idsIn(element: XmlElement): string[] {
  const id = element.attributes['xml:id'];
  const inner = element.children.flatMap((child) => (child.type === 'element' ? idsIn(child) : []));
  return id ? [id, ...inner] : inner;
}
