/**
 * Text boxes of Word that are drawn: mammoth reads those alone that are given a second time in the older form, as Word itself gives them;
 * other programs don't.
 */

import { childElements } from '../../xml/elements.js';
import { parseXml, type XmlElement, XmlSyntaxError } from '../../xml/parse.js';

const BOX = 'txbxContent';

const inside = (of: XmlElement, name: string): XmlElement[] =>
  childElements(of).flatMap((each) => (each.name === name ? [each] : inside(each, name)));

/** The part with each such box right behind its drawing; as it is where it can't be read. */
export function withDrawnBoxes(part: string): string {
  if (!part.includes(BOX)) return part;
  const pieces: string[] = [];
  let from = 0;
  const cut = (to: number, next: number, words = ''): void => {
    pieces.push(part.slice(from, to), words);
    from = next;
  };
  const visit = (of: XmlElement): void => {
    const [choice] = of.name === 'AlternateContent' ? inside(of, 'Choice') : [];
    if (choice && childElements(of).every(({ name }) => name !== 'Fallback')) {
      cut(of.start, choice.tagEnd);
      for (const child of childElements(choice)) visit(child);
      cut(choice.tagEnd + part.slice(choice.tagEnd, choice.end).lastIndexOf('</'), of.end);
    } else if (of.name === 'drawing') {
      cut(
        of.end,
        of.end,
        inside(of, BOX)
          .map(({ start, end }) => part.slice(start, end))
          .join(''),
      );
    } else if (of.name !== 'Choice') for (const child of childElements(of)) visit(child);
  };
  try {
    visit(parseXml(part));
  } catch (error) {
    if (error instanceof XmlSyntaxError) return part;
    throw error;
  }
  return pieces.join('') + part.slice(from);
}
