/** Front and back matter: the divisions of a file as they stand. */

import { parseXml, type XmlElement, XmlSyntaxError } from '../xml/parse.js';
import type { Problem } from './problem.js';

export interface MatterDivision {
  readonly file: string;
  readonly xml: string;
  readonly ids: readonly string[];
}

const NAMESPACES = /\s+xmlns(?::frus)?\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** The outermost `div`s of a file; a file that is one `div` gives that. */
export function divisionsOf(text: string, file: string): { divisions: MatterDivision[]; problems: Problem[] } {
  const source = text.replace(/^\ufeff/, '');
  const divisions: MatterDivision[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'div') {
      const tag = source.slice(element.start, element.tagEnd).replace(NAMESPACES, '');
      divisions.push({ file, xml: tag + source.slice(element.tagEnd, element.end), ids: idsIn(element) });
    } else for (const child of element.children) if (child.type === 'element') visit(child);
  };
  try {
    visit(parseXml(source));
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    const message = `not well-formed XML: ${error.message}`;
    return { divisions, problems: [{ file, severity: 'error', code: 'not-well-formed', message }] };
  }
  const problems: Problem[] =
    divisions.length > 0 ? [] : [{ file, severity: 'error', code: 'no-division', message: 'holds no div' }];
  return { divisions, problems };
}

function idsIn(element: XmlElement): string[] {
  const id = element.attributes['xml:id'];
  const inner = element.children.flatMap((child) => (child.type === 'element' ? idsIn(child) : []));
  return id ? [id, ...inner] : inner;
}
