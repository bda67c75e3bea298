/** A file of documents → each document's markup and the facts that the volume needs of it. */

import { position, type Source, source } from '../source.js';
import { withoutByteOrderMark } from '../text/byte-order-mark.js';
import { isOwnPage } from '../text/own-page.js';
import { parseXml, type XmlElement, XmlSyntaxError } from '../xml/parse.js';
import { type Pointer, pointerOf, textIn } from './pointers.js';
import type { Problem } from './problem.js';

export interface Surveyed {
  readonly file: string;
  readonly id: string;
  readonly n: string | undefined;
  /** The `div`, without page breaks at its edges. */
  readonly xml: string;
  /** Page breaks that stood first or last in it: between documents is their place. */
  readonly before: string;
  readonly after: string;
  readonly ids: readonly string[];
  readonly pages: readonly string[];
  /** Characters of `xml` up to its first page break and from its last one on; all of them where there is none. */
  readonly lead: number;
  readonly tail: number;
  readonly pointers: readonly Pointer[];
  /** `@ana` of dates, without `#`: the grounds on which they were inferred. */
  readonly grounds: readonly string[];
  /** The `correspDesc` of the file's header, as it stands; of a file of one document only. */
  readonly correspondence: string | undefined;
  readonly min: string | undefined;
  readonly max: string | undefined;
  /** `@rendition`s that the file declares. */
  readonly renditions: Readonly<Record<string, string>>;
}

const KNOWN_NAMESPACES =
  /\s+xmlns(?::frus)?\s*=\s*(?:"http:\/\/(?:www\.tei-c\.org\/ns\/1\.0|history\.state\.gov\/frus\/ns\/1\.0)"|'http:\/\/(?:www\.tei-c\.org\/ns\/1\.0|history\.state\.gov\/frus\/ns\/1\.0)')/g;

export interface Survey {
  readonly documents: readonly Surveyed[];
  readonly problems: readonly Problem[];
}

/** Every `div[@type='document']` of a file. */
export function survey(text: string, file: string): Survey {
  let root: XmlElement;
  try {
    root = parseXml(withoutByteOrderMark(text));
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    const line = text.slice(0, error.offset).split('\n').length;
    return {
      documents: [],
      problems: [problem(file, line, 'not-well-formed', `not well-formed XML: ${error.message}`)],
    };
  }
  const of = source(withoutByteOrderMark(text), file);
  const renditions: Record<string, string> = {};
  const divs: XmlElement[] = [];
  let correspondence: string | undefined;
  const visit = (element: XmlElement): void => {
    if (element.name === 'correspDesc') correspondence = of.text.slice(element.start, element.end);
    if (element.name === 'rendition') renditions[element.attributes['xml:id'] ?? ''] = textIn(element).trim();
    if (element.name === 'div' && element.attributes.type === 'document') divs.push(element);
    else for (const child of element.children) if (child.type === 'element') visit(child);
  };
  visit(root);
  const problems: Problem[] = [];
  if (divs.length === 0) {
    const hint = 'teigram convert makes one of a text';
    problems.push({ ...problem(file, 1, 'no-document', 'holds no div of type document'), hint });
  }
  const prefixes = foreignPrefixes(of.text.slice(0, divs[0]?.start ?? 0));
  const documents = divs.flatMap((div) => {
    const { line } = position(of, div.start);
    if (!div.attributes['xml:id']) {
      problems.push(problem(file, line, 'document-without-id', 'the document has no xml:id'));
      return [];
    }
    const document = surveyed(of, div, renditions, prefixes);
    return [divs.length === 1 ? { ...document, correspondence } : document];
  });
  return { documents, problems };
}

const problem = (file: string, line: number, code: string, message: string): Problem => ({
  ...{ file, line, severity: 'error', code, message },
});

function surveyed(
  of: Source,
  div: XmlElement,
  renditions: Readonly<Record<string, string>>,
  prefixes: readonly string[],
): Surveyed {
  const { text: source, name: file } = of;
  const tag = source.slice(div.start, div.tagEnd);
  const bare = tag.replace(KNOWN_NAMESPACES, '');
  const body = source.slice(div.tagEnd, div.end);
  const missing = prefixes.filter(
    (p) => new RegExp(`[<\\s/]${p.split('=')[0]!.trim().slice(6)}:`).test(bare + body) && !bare.includes(p),
  );
  const head = bare.replace(/\s*(\/?>)$/, `${missing.map((p) => ` ${p}`).join('')}$1`);
  const { first, last } = edges(div);
  const [bodyStart, bodyEnd] = [
    first.at(-1)?.end ?? div.tagEnd,
    last[0]?.start ?? source.lastIndexOf('</', div.end - 1),
  ];
  const empty = /\/>$/.test(tag);
  // White space that stood before a page break at the edge goes with it.
  const inner = empty ? '' : source.slice(bodyStart, Math.max(bodyStart, bodyEnd));
  const trimmed = last.length > 0 ? `${inner.trimEnd()}\n` : inner;
  const xml = empty ? head : `${head}${trimmed}</div>`;
  const shift = head.length - bodyStart;
  const pointers: Pointer[] = [];
  const ids: string[] = [];
  const pages: string[] = [];
  const places: number[] = [];
  const grounds: string[] = [];
  const visit = (element: XmlElement): void => {
    const id = element.attributes['xml:id'];
    if (id) ids.push(id);
    if (isVolumePage(element, div) && element.attributes.n) {
      pages.push(element.attributes.n);
      places.push(Math.min(Math.max(0, element.start + shift), xml.length));
    }
    grounds.push(...(element.attributes.ana?.match(/(?<=#)\S+/g) ?? []));
    const pointer = pointerOf(element, of, shift);
    if (pointer) pointers.push(pointer);
    for (const child of element.children) if (child.type === 'element') visit(child);
  };
  visit(div);
  const cut = (breaks: readonly XmlElement[]): string =>
    breaks.map((pb) => `${source.slice(pb.start, pb.end)}\n`).join('');
  return {
    ...{
      file,
      id: div.attributes['xml:id']!,
      n: div.attributes.n,
      xml,
      ids,
      pages,
      pointers,
      renditions,
      grounds,
      correspondence: undefined,
    },
    before: cut(first),
    after: cut(last),
    lead: places[0] ?? xml.length,
    tail: xml.length - (places.at(-1) ?? 0),
    min: div.attributes['frus:doc-dateTime-min'],
    max: div.attributes['frus:doc-dateTime-max'],
  };
}

/** Whether it is a page break of the volume's. */
const isVolumePage = ({ name, attributes }: XmlElement, document: XmlElement): boolean =>
  name === 'pb' && !isOwnPage(attributes['xml:id'], document.attributes['xml:id']);

/** The volume's `pb`s with nothing but white space between them and an edge of the document. */
function edges(div: XmlElement): { first: XmlElement[]; last: XmlElement[] } {
  const run = (children: XmlElement['children']): XmlElement[] => {
    const found: XmlElement[] = [];
    for (const child of children) {
      if (child.type === 'text' ? child.value.trim() !== '' : !isVolumePage(child, div)) return found;
      if (child.type === 'element') found.push(child);
    }
    return found;
  };
  const first = run(div.children);
  return {
    first,
    last: run([...div.children].reverse())
      .reverse()
      .filter((pb) => !first.includes(pb)),
  };
}

/** Declarations of other prefixes than frus, in force where the documents stand. */
function foreignPrefixes(before: string): string[] {
  const all = before.match(/\bxmlns:[\w.-]+\s*=\s*(?:"[^"]*"|'[^']*')/g) ?? [];
  return [...new Set(all)].filter((each) => !/^xmlns:frus\b/.test(each));
}
