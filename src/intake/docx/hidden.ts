/** Words that a Word document hides: nobody sees them, on paper or on the screen, so that they are none of its text. */

import { childElements } from '../../xml/elements.js';
import { parseXml, type XmlElement, XmlSyntaxError } from '../../xml/parse.js';

/** Whether a run is hidden. */
export function isHidden(run: XmlElement): boolean {
  if (run.name !== 'r') return false;
  const vanish = childElements(run)
    .filter(({ name }) => name === 'rPr')
    .flatMap(childElements)
    .find(({ name }) => name === 'vanish');
  return vanish !== undefined && !/^(?:0|false|off)$/.test(vanish.attributes['w:val'] ?? '');
}

/** The words of hidden runs, each as it stands in the part. */
const hiddenWords = (of: XmlElement): XmlElement[] =>
  childElements(of).flatMap((child) => (isHidden(of) && child.name === 't' ? [child] : hiddenWords(child)));

/** The part without the words that are hidden; notes that hang there stay. As it is where it can't be read. */
export function withoutHidden(part: string): string {
  if (!part.includes('<w:vanish')) return part;
  try {
    const pieces: string[] = [];
    let from = 0;
    for (const { start, end } of hiddenWords(parseXml(part))) {
      pieces.push(part.slice(from, start));
      from = end;
    }
    return pieces.join('') + part.slice(from);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return part;
    throw error;
  }
}
