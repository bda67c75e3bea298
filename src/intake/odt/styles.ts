/** How an OpenDocument text sets its words: by styles, those made for a place among them. */

import { childElements } from '../../xml/elements.js';
import type { XmlElement } from '../../xml/parse.js';
import { type Setting, UNSET } from '../emphasis.js';

/** Styles that show what words are for. */
const FUNCTIONS =
  /^(?:(?:Visited_20_)?Internet_20_Link|(?:Footnote|Endnote)_20_(?:anchor|Symbol)|Numbering_20_Symbols)$/i;

/** `33%` is raised, `-33%` lowered. */
const RAISED = /^(?:super|(?!0+%)\d+%)/;
const LOWERED = /^(?:sub|-)/;

const PROPERTIES: Readonly<Record<string, (value: string) => Setting>> = {
  'fo:font-style': (value) => ({ italic: value !== 'normal' }),
  'fo:font-weight': (value) => ({ strong: /^(?:bold|[6-9]00)$/.test(value) }),
  'fo:font-variant': (value) => ({ smallcaps: value === 'small-caps' }),
  'style:text-underline-style': (value) => ({ underline: value !== 'none' }),
  'style:text-line-through-style': (value) => ({ strikethrough: value !== 'none' }),
  'style:text-line-through-type': (value) => ({ strikethrough: value !== 'none' }),
  'style:text-position': (value) => ({ superscript: RAISED.test(value), sub: LOWERED.test(value) }),
};

const stated = (style: XmlElement): Setting =>
  Object.assign(
    {},
    ...childElements(style).flatMap(({ name, attributes }) =>
      name === 'text-properties'
        ? Object.entries(attributes).map(([property, value]) => PROPERTIES[property]?.(value) ?? UNSET)
        : [],
    ),
  );

const hides = (style: XmlElement): boolean =>
  childElements(style).some(({ attributes }) => attributes['text:display'] === 'none');

/** The names of the styles whose words nobody sees. */
export const hidingStyles = (roots: readonly (XmlElement | undefined)[]): ReadonlySet<string> =>
  new Set(
    roots.flatMap((root) =>
      (root ? childElements(root) : []).filter(hides).flatMap(({ attributes }) => attributes['style:name'] ?? []),
    ),
  );

/** What a style says of the words that an element of this name sets by it. */
export type StyleOf = (name: string, style: string | undefined) => Setting;

/**
 * @param automatic styles that were made for a place: they count for whole paragraphs, too
 * @param named the document's own styles: those of paragraphs are layout
 */
export function stylesOf(automatic: XmlElement | undefined, named: XmlElement | undefined): StyleOf {
  const styles = new Map<string, XmlElement>();
  const take = (from: XmlElement | undefined, families: readonly string[]): void => {
    for (const style of from ? childElements(from) : []) {
      const { 'style:family': family = '', 'style:name': name } = style.attributes;
      if (families.includes(family)) styles.set(`${family} ${name}`, style);
    }
  };
  take(named, ['text']);
  take(automatic, ['text', 'paragraph']);
  const known = new Map<string, Setting>();
  const settingOf = (family: string, name: string): Setting => {
    const key = `${family} ${name}`;
    const before = known.get(key);
    if (before) return before;
    known.set(key, UNSET); // a style may be its own parent
    const style = styles.get(key);
    const parent = style?.attributes['style:parent-style-name'];
    const setting =
      style && !FUNCTIONS.test(name) ? { ...(parent ? settingOf(family, parent) : UNSET), ...stated(style) } : UNSET;
    known.set(key, setting);
    return setting;
  };
  return (name, style) => {
    const family = name === 'span' ? 'text' : name === 'p' || name === 'h' ? 'paragraph' : undefined;
    return family && style !== undefined ? settingOf(family, style) : UNSET;
  };
}
