/**
 * What a Word document holds that is no part of its text: what reviewers left there, comments and passages deleted under track changes,
 * and what is hidden.
 */

import { parseXml, type XmlElement, XmlSyntaxError } from '../../xml/parse.js';
import type { LeftOut } from '../left-out.js';
import { isHidden } from './hidden.js';

/** Stands for the name of a run that is hidden. */
const HIDDEN = 'hidden';

/** A cheap look before a part is parsed. */
const REVIEWED = /<w:(?:commentReference|delText|vanish)\b/;

export const textIn = (of: XmlElement, name: 't' | 'delText'): string =>
  of.children
    .map((child) => {
      if (child.type === 'text') return of.name === name ? child.value : '';
      if (child.name === 'moveFrom') return '';
      return child.name === 'p' ? ` ${textIn(child, name)}` : textIn(child, name);
    })
    .join('');

/** The root of a part; undefined where it can't be read. */
export function parsed(part: string): XmlElement | undefined {
  try {
    return parseXml(part);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}

function commentsIn(file: string): ReadonlyMap<string, string> {
  const children = parsed(file)?.children ?? [];
  return new Map(
    children.flatMap((child) =>
      child.type === 'element' ? [[child.attributes['w:id'] ?? '', textIn(child, 't')] as const] : [],
    ),
  );
}

/**
 * Tell what of the kind stands in some parts.
 *
 * @param parts in the order in which they are read, their styles written out
 * @param comments `word/comments.xml`
 */
export function tellReviews(parts: readonly string[], comments: string, left: LeftOut): void {
  const roots = parts.filter((part) => REVIEWED.test(part)).flatMap((part) => parsed(part) ?? []);
  const words = roots.length > 0 ? commentsIn(comments) : new Map<string, string>();
  const visit = (of: XmlElement, paragraph: XmlElement): void => {
    let before = '';
    const around = (): string => textIn(paragraph, 't');
    for (const child of of.children) {
      if (child.type !== 'element') continue;
      const deleted = child.name === 'del' ? textIn(child, 'delText') : '';
      // Word parts a deletion where its setting changes.
      if (deleted !== '' && before !== 'del') left.reviewed('tracked deletion', deleted, around);
      const hidden = isHidden(child) ? textIn(child, 't') : '';
      if (hidden.trim() !== '' && before !== HIDDEN) left.reviewed('hidden passage', hidden, around);
      const comment = child.name === 'commentReference' ? words.get(child.attributes['w:id'] ?? '') : undefined;
      if (comment !== undefined) left.reviewed('comment', comment, around);
      visit(child, child.name === 'p' ? child : paragraph);
      before = hidden === '' ? child.name : HIDDEN;
    }
  };
  for (const root of roots) visit(root, root);
}
