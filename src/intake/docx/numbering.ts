/**
 * The numbers that Word prints before paragraphs (`a.`, `(iv)`, `2.1`): no file holds them as text, and mammoth counts 1, 2, 3 whatever
 * the document says. They are written into the paragraphs; that a list is numbered only parts it from one with bullets.
 */

import { childElements } from '../../xml/elements.js';
import { parseXml, type XmlElement, XmlSyntaxError } from '../../xml/parse.js';
import { escapeText } from '../../xml/write.js';
import { ordinal } from '../tree.js';

interface Level {
  readonly form: string;
  /** The label, `%1` for the first level's number. */
  readonly text: string;
  readonly start: number;
}

interface List {
  /** Lists of one definition count together. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Numbers from which this list counts anew, by level. */
  readonly restarts: ReadonlyMap<number, number>;
}

interface Numbering {
  readonly lists: ReadonlyMap<string, List>;
  /** Lists and levels that styles of paragraphs bring along. */
  readonly styles: ReadonlyMap<string, { readonly list: string; readonly level: number }>;
}

/** Word's names of the forms of numbers → those of HTML; any other counts 1, 2, 3. */
const FORMS: Readonly<Record<string, string>> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};
/** Styles based on others, at most: one may be based on itself. */
const MOST_BASES = 20;
const BULLET = 'bullet';
const NONE = 'none';

export interface Numbered {
  readonly document: string;
  readonly numbering: string;
}

/**
 * Both files with the numbers written out; as they are where they can't be read.
 *
 * @param styles the file of styles; empty where there is none
 */
export function writeNumbers({ document, numbering }: Numbered, styles: string): Numbered {
  try {
    const known = readNumbering(parseXml(numbering), styles === '' ? [] : childElements(parseXml(styles)));
    return { document: withLabels(document, known), numbering: withoutNone(numbering) };
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    return { document, numbering };
  }
}

/** Numbers that aren't printed are none. */
const withoutNone = (numbering: string): string =>
  numbering.replace(/(<w:numFmt\b[^>]*\bw:val=")none"/g, `$1${BULLET}"`);

const elements = (of: XmlElement, name: string): XmlElement[] =>
  childElements(of).filter((child) => child.name === name);

const value = (of: XmlElement | undefined, name: string): string | undefined =>
  of && elements(of, name)[0]?.attributes['w:val'];

function readNumbering(root: XmlElement, named: readonly XmlElement[]): Numbering {
  const all = elements(root, 'abstractNum');
  // A definition that leads to a list style has the levels of the one that makes it.
  const made = new Map(all.map((each) => [value(each, 'styleLink') ?? '', each] as const));
  const definitions = new Map(
    all.map((each) => {
      const link = value(each, 'numStyleLink');
      return [each.attributes['w:abstractNumId'] ?? '', (link !== undefined && made.get(link)) || each] as const;
    }),
  );
  const lists = new Map<string, List>();
  const styles = new Map<string, { list: string; level: number }>();
  for (const num of elements(root, 'num')) {
    const id = num.attributes['w:numId'] ?? '';
    const definition = value(num, 'abstractNumId') ?? '';
    const levels = new Map<number, Level>();
    for (const level of elements(definitions.get(definition) ?? num, 'lvl')) {
      const depth = Number(level.attributes['w:ilvl'] ?? 0);
      levels.set(depth, levelOf(level, depth));
      const style = value(level, 'pStyle');
      if (style !== undefined && !styles.has(style)) styles.set(style, { list: id, level: depth });
    }
    const restarts = elements(num, 'lvlOverride').flatMap((each) => {
      const from = value(each, 'startOverride');
      return from === undefined ? [] : [[Number(each.attributes['w:ilvl'] ?? 0), Number(from)] as const];
    });
    lists.set(id, { definition, levels, restarts: new Map(restarts) });
  }
  for (const [style, place] of numbersOfStyles(named, styles)) styles.set(style, place);
  return { lists, styles };
}

/** The lists of styles that say so themselves, or are based on one that has a list. */
function numbersOfStyles(named: readonly XmlElement[], byLevel: Numbering['styles']): Numbering['styles'] {
  const all = new Map(named.map((style) => [style.attributes['w:styleId'] ?? '', style] as const));
  const out = new Map<string, { list: string; level: number }>();
  const placeOf = (id: string, deep: number): { list: string; level: number } | undefined => {
    const known = out.get(id) ?? byLevel.get(id);
    const style = all.get(id);
    if (known || !style || deep > MOST_BASES) return known;
    const properties = elements(style, 'pPr')[0];
    const own = properties && elements(properties, 'numPr')[0];
    const [list, level] = [value(own, 'numId'), value(own, 'ilvl')];
    if (list !== undefined) return { list, level: Number(level ?? 0) };
    const base = placeOf(value(style, 'basedOn') ?? '', deep + 1);
    return base && level !== undefined ? { ...base, level: Number(level) } : base;
  };
  for (const id of all.keys()) {
    const place = placeOf(id, 0);
    if (place) out.set(id, place);
  }
  return out;
}

const levelOf = (level: XmlElement, depth: number): Level => ({
  form: value(level, 'numFmt') ?? 'decimal',
  text: value(level, 'lvlText') ?? `%${depth + 1}.`,
  start: Number(value(level, 'start') ?? 1),
});

/** The document with a label at the start of each numbered paragraph. */
function withLabels(document: string, numbering: Numbering): string {
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  const pieces: string[] = [];
  let from = 0;
  const visit = (of: XmlElement): void => {
    const properties = of.name === 'p' ? elements(of, 'pPr')[0] : undefined;
    const label = properties && labelOf(properties, numbering, counts, begun);
    if (properties && label) {
      pieces.push(document.slice(from, properties.end));
      pieces.push(`<w:r><w:t xml:space="preserve">${escapeText(label)} </w:t></w:r>`);
      from = properties.end;
    }
    for (const child of of.children) if (child.type === 'element') visit(child);
  };
  visit(parseXml(document));
  return pieces.join('') + document.slice(from);
}

/** The label of the paragraph with these properties; counts it. */
function labelOf(
  properties: XmlElement,
  { lists, styles }: Numbering,
  counts: Map<string, number[]>,
  begun: Set<string>,
): string | undefined {
  const own = elements(properties, 'numPr')[0];
  const style = styles.get(value(properties, 'pStyle') ?? '');
  const id = value(own, 'numId') ?? style?.list ?? '';
  const depth = Number(value(own, 'ilvl') ?? style?.level ?? 0);
  const list = lists.get(id);
  const level = list?.levels.get(depth);
  if (!list || !level || level.form === BULLET) return undefined;
  const numbers = counts.get(list.definition) ?? [];
  counts.set(list.definition, numbers);
  const key = `${id} ${depth}`;
  const restart = begun.has(key) ? undefined : list.restarts.get(depth);
  begun.add(key);
  numbers[depth] = restart ?? (numbers[depth] ?? level.start - 1) + 1;
  numbers.length = depth + 1; // levels further in begin anew
  return level.text.replace(/%([1-9])/g, (_, k: string) => {
    const at = list.levels.get(Number(k) - 1);
    const n = numbers[Number(k) - 1] ?? at?.start ?? 1;
    return at?.form === NONE ? '' : ordinal(n, FORMS[at?.form ?? ''] ?? '1');
  });
}
