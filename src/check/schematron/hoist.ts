/**
 * Absolute paths (`//tei:persName/@xml:id`) are the same for every node of a document: they are taken out of an expression, so
 * that they are computed once for a document, not once for each node.
 */

import { descendants, elementsOf } from './documents.js';
import { type Element, libraries } from './libraries.js';

/** A path that was taken out, and the variable that stands for it. It may use those of paths inside it, which come before it. */
export interface Path {
  readonly name: string;
  readonly expression: string;
}

export interface Hoisted {
  readonly expression: string;
  readonly paths: readonly Path[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const known = new Map<string, Hoisted>();

/** An expression without its absolute paths; as it is, without `paths`, where it has none or isn't understood. */
export function hoisted(expression: string): Hoisted {
  if (!expression.includes('/')) return { expression, paths: [] };
  let made = known.get(expression);
  if (!made) {
    made = takeOut(expression);
    known.set(expression, made);
  }
  return made;
}

function takeOut(expression: string): Hoisted {
  const ranges = absolutePaths(expression);
  const paths: Path[] = [];
  /** The text of a range, variables in the place of the paths in it. */
  const written = ({ start, end }: Range, inside: readonly Range[]): string => {
    let text = '';
    let at = start;
    for (const range of inside) {
      if (range.start < at) continue;
      const own = written(range, within(range, inside));
      const name = nameOf(own);
      if (!paths.some((path) => path.name === name)) paths.push({ name, expression: own });
      text += `${expression.slice(at, range.start)}($${name})`;
      at = range.end;
    }
    return text + expression.slice(at, end);
  };
  return { expression: written({ start: 0, end: expression.length }, ranges), paths };
}

const within = (outer: Range, ranges: readonly Range[]): Range[] =>
  ranges.filter((range) => range !== outer && range.start >= outer.start && range.end <= outer.end);

const names = new Map<string, string>();

/** The same path has the same name in all expressions. */
function nameOf(path: string): string {
  const name = names.get(path) ?? `teigram-path-${names.size}`;
  names.set(path, name);
  return name;
}

/** Where the absolute paths of an expression stand that depend on no variable and lead to nodes; outer ones before inner ones. */
function absolutePaths(expression: string): Range[] {
  const { xpath, dom } = libraries();
  let script: Element;
  try {
    // What helps to debug is where each part of the expression stands.
    const options = { language: xpath.evaluateXPath.XPATH_3_1_LANGUAGE, debug: true, annotateAst: false };
    script = xpath.parseScript(expression, options, new dom.Document() as never) as unknown as Element;
  } catch {
    return [];
  }
  return descendants(script)
    .filter(isAbsolute)
    .flatMap((path) => rangeOf(path) ?? [])
    .filter(({ start }) => /^(?:\/|doc(?:ument)?\s*\()/.test(expression.slice(start)));
}

function isAbsolute(path: Element): boolean {
  const [root, ...steps] = elementsOf(path);
  if (path.localName !== 'pathExpr' || !root || !(root.localName === 'rootExpr' || isOtherDocument(root))) return false;
  const leadsToNodes = steps.length > 0 && elementsOf(steps.at(-1)!).some((part) => part.localName === 'xpathAxis');
  return leadsToNodes && !descendants(path).some(hangsOnNode);
}

/** `doc('persons.xml')`, whatever node it is asked for at. */
function isOtherDocument(step: Element): boolean {
  const call = descendants(step).find(({ localName }) => localName === 'functionCallExpr');
  const [name, given] = call
    ? descendants(call).filter(({ localName }) => /^functionName$|^arguments$/.test(localName))
    : [];
  const isConstant =
    given !== undefined && elementsOf(given).every(({ localName }) => localName === 'stringConstantExpr');
  return isConstant && /^doc(?:ument)?$/.test(name?.textContent ?? '');
}

const hangsOnNode = ({ localName, textContent }: Element): boolean =>
  localName === 'varRef' || (localName === 'functionName' && textContent === 'current');

const FONTOXPATH = 'http://fontoxml.com/fontoxpath';

function rangeOf(path: Element): Range | undefined {
  const [start, end] = ['start', 'end'].map((name) => {
    const place = (path.parentNode as Element).getAttributeNS(FONTOXPATH, name);
    return place === null ? undefined : (JSON.parse(place) as { readonly offset?: number }).offset;
  });
  return start === undefined || end === undefined ? undefined : { start, end };
}
