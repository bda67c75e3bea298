/**
 * Character styles of Word (`Emphasis`, or one that an edition made for the names of ships), written out: mammoth knows only the
 * properties that stand beside the words.
 */

import { childElements } from '../../xml/elements.js';
import { parseXml, type XmlElement, XmlSyntaxError } from '../../xml/parse.js';

/** Properties that are emphasis, and the one of words that nobody sees. */
const WRITTEN = new Set(['b', 'i', 'u', 'strike', 'dstrike', 'smallCaps', 'vertAlign', 'vanish']);
/** Styles that show what words are for. */
const FUNCTIONS = /^(?:(?:followed)?hyperlink|(?:footnote|endnote|annotation) reference|page number|line number)$/i;

/** The properties of a run, up to what they were before a tracked change. */
export const OF_RUN = /<w:rPr(?:\s[^>]*)?(?<!\/)>[\s\S]*?(?=<w:rPrChange\b|<\/w:rPr>)/g;
const STYLE = /<w:rStyle\s[^>]*?\bw:val="([^"]*)"/;

const value = (of: XmlElement, name: string): string =>
  childElements(of).find((each) => each.name === name)?.attributes['w:val'] ?? '';

/** The properties of a character style by name, as they are written. */
type Properties = ReadonlyMap<string, string>;

function characterStyles(file: string): (id: string) => Properties {
  const styles = new Map(
    childElements(parseXml(file))
      .filter(({ attributes }) => attributes['w:type'] === 'character')
      .map((style) => [style.attributes['w:styleId'] ?? '', style] as const),
  );
  const known = new Map<string, Properties>();
  const propertiesOf = (id: string): Properties => {
    const before = known.get(id);
    if (before) return before;
    const properties = new Map<string, string>();
    known.set(id, properties); // a style may be based on itself
    const style = styles.get(id);
    if (!style || FUNCTIONS.test(value(style, 'name'))) return properties;
    for (const [name, written] of propertiesOf(value(style, 'basedOn'))) properties.set(name, written);
    for (const { name, start, end } of childElements(style).flatMap((each) =>
      each.name === 'rPr' ? childElements(each) : [],
    )) {
      if (WRITTEN.has(name)) properties.set(name, file.slice(start, end));
    }
    return properties;
  };
  return propertiesOf;
}

/**
 * @param styles `word/styles.xml`
 * @returns what writes the styles into a part of the document; nothing where they can't be read
 */
export function withStyles(styles: string): (part: string) => string {
  let propertiesOf: ReturnType<typeof characterStyles>;
  try {
    propertiesOf = characterStyles(styles);
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    return (part) => part;
  }
  // Of several the first counts: what stands beside the words.
  return (part) => part.replace(OF_RUN, (run) => run + [...propertiesOf(STYLE.exec(run)?.[1] ?? '').values()].join(''));
}
