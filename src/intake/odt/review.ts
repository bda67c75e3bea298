/**
 * What an OpenDocument text holds that is no part of its text: what reviewers left there, comments and passages deleted under track
 * changes; what is hidden; the heads and feet of pages.
 */

import { childElements } from '../../xml/elements.js';
import type { XmlElement } from '../../xml/parse.js';
import type { LeftOut } from '../left-out.js';

/** Holds no words of what it stands in. */
const APART = new Set(['annotation', 'tracked-changes', 'note']);
/** Who and when. */
const ABOUT = new Set(['creator', 'date', 'date-string', 'creator-initials', 'change-info', 'sender-initials']);
/** Fields of the page. */
const NUMBERS = new Set(['page-number', 'page-count']);
const PARAGRAPHS = new Set(['p', 'h']);

/** The words in an element, those of paragraphs parted; without what elements of some names hold. */
const wordsIn = ({ children }: XmlElement, without: ReadonlySet<string>): string =>
  children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (without.has(child.name)) return '';
      return child.name === 's' || PARAGRAPHS.has(child.name) ? ` ${wordsIn(child, without)}` : wordsIn(child, without);
    })
    .join('');

/**
 * Tell what of the kind stands in the body of a text, by where it stands.
 *
 * @param hiding the styles whose words are hidden
 */
export function tellReviews(body: XmlElement, hiding: ReadonlySet<string>, left: LeftOut): void {
  const deleted = new Map<string, string>();
  const visit = (of: XmlElement, paragraph: XmlElement | undefined): void => {
    for (const child of of.children) {
      if (child.type !== 'element') continue;
      const { name, attributes } = child;
      const around = (): string => (paragraph ? wordsIn(paragraph, APART) : '');
      if (name === 'deletion') {
        const id = of.attributes['text:id'] ?? of.attributes['xml:id'] ?? '';
        deleted.set(id, wordsIn(child, ABOUT));
      } else if (name === 'annotation') left.reviewed('comment', wordsIn(child, ABOUT), around);
      else if (name === 'change' && deleted.has(attributes['text:change-id'] ?? '')) {
        left.reviewed('tracked deletion', deleted.get(attributes['text:change-id']!)!, around);
      } else if (hiding.has(attributes['text:style-name'] ?? '') && wordsIn(child, APART).trim() !== '') {
        left.reviewed('hidden passage', wordsIn(child, APART), around);
      } else visit(child, PARAGRAPHS.has(name) ? child : paragraph);
    }
  };
  visit(body, undefined);
}

/** Tell what stands at the edges of pages, by the file of styles. */
export function tellEdges(styles: XmlElement, left: LeftOut): void {
  for (const each of childElements(styles)) {
    const edge = /^(header|footer)(?:-(?:left|first))?$/.exec(each.name)?.[1];
    if (edge) left.edge(edge === 'header' ? 'head' : 'foot', wordsIn(each, NUMBERS));
    else tellEdges(each, left);
  }
}
