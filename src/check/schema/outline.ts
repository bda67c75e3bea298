/**
 * Where the elements of a well-formed document stand in its text: the engine names elements by XPath, people look for
 * lines and columns.
 */

/** Offsets are UTF-16 code units: `start` at `<`, `tagEnd` after the start tag, `close` at the end tag, `end` after it. */
export interface Place {
  readonly name: string;
  readonly start: number;
  readonly tagEnd: number;
  close: number;
  end: number;
  readonly parent: number;
  /** Indexes of the child elements in {@link Outline}. */
  readonly children: number[];
}

/** The elements in document order; the root is the first. */
export type Outline = readonly Place[];

/** After the `>` of a tag that begins at `at`; quoted attribute values may hold `>`. */
function tagEndFrom(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 62) return i + 1;
    if (c === 34 || c === 39) {
      const close = text.indexOf(text[i] as string, i + 1);
      if (close < 0) return text.length;
      i = close;
    }
  }
  return text.length;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

function afterDoctype(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const c = text[i] as string;
    if (c === '[') depth++;
    else if (c === ']') depth--;
    else if (c === '>' && depth <= 0) return i + 1;
    else if (text.startsWith('<!--', i)) i = after(text, '-->', i) - 1;
    else if (c === '"' || c === "'") i = Math.max(i, text.indexOf(c, i + 1));
  }
  return text.length;
}

const NAME_END = /[\s/>]/g;

/** Scan a document. Text that isn't well-formed gives the elements that can be made out. */
export function outline(text: string): Outline {
  const places: Place[] = [];
  const open: number[] = [];
  for (let at = text.indexOf('<'); at >= 0; ) {
    let next: number;
    if (text.startsWith('<!--', at)) next = after(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) next = after(text, ']]>', at);
    else if (text.startsWith('<?', at)) next = after(text, '?>', at);
    else if (text.startsWith('<!', at)) next = afterDoctype(text, at);
    else if (text.startsWith('</', at)) {
      next = after(text, '>', at);
      const index = open.pop();
      if (index !== undefined) Object.assign(places[index] as Place, { close: at, end: next });
    } else {
      next = tagEndFrom(text, at);
      NAME_END.lastIndex = at + 1;
      const name = text.slice(at + 1, NAME_END.exec(text)?.index ?? next);
      const parent = open.at(-1) ?? -1;
      const index = places.length;
      places.push({ name, start: at, tagEnd: next, close: next, end: next, parent, children: [] });
      places[parent]?.children.push(index);
      if (text[next - 2] !== '/') open.push(index);
    }
    at = text.indexOf('<', next);
  }
  for (const index of open) Object.assign(places[index] as Place, { close: text.length, end: text.length });
  return places;
}

const ATTRIBUTE = /\s*(([^\s=>/"']+)\s*=\s*(?:"[^"]*"|'[^']*'))/y;

/** Where `name="value"` stands in a start tag, `start` at its `<`; undefined where the tag has no such attribute. */
export function attributePlace(
  text: string,
  { start, tagEnd }: { readonly start: number; readonly tagEnd: number },
  name: string,
): [start: number, end: number] | undefined {
  NAME_END.lastIndex = start + 1;
  ATTRIBUTE.lastIndex = NAME_END.exec(text)?.index ?? tagEnd;
  for (let found = ATTRIBUTE.exec(text); found; found = ATTRIBUTE.exec(text)) {
    const end = found.index + found[0].length;
    if (end > tagEnd) return undefined;
    if (found[2] === name) return [end - found[1]!.length, end];
  }
  return undefined;
}

const siblings = new WeakMap<readonly number[], Map<string, number[]>>();

/** Those of some siblings that have a name; grouped once, since errors may be as many as they. */
function kinOf(places: Outline, candidates: readonly number[], name: string): readonly number[] {
  let byName = siblings.get(candidates);
  if (!byName) {
    byName = new Map();
    for (const index of candidates) {
      const own = places[index]!.name;
      const kin = byName.get(own);
      if (kin) kin.push(index);
      else byName.set(own, [index]);
    }
    siblings.set(candidates, byName);
  }
  return byName.get(name) ?? [];
}

/**
 * The element that an XPath of libxml2 names, `/*`, `/*[2]`, `/tei:p[3]`, `/p`: `*` counts all siblings, a name only its
 * own kind. Steps to attributes and text end the walk at their element.
 */
export function placeOf(places: Outline, xpath: string): Place | undefined {
  let here: Place | undefined;
  let candidates = places.length > 0 ? [0] : [];
  for (const step of xpath.split('/').slice(1)) {
    if (step.startsWith('@') || step.includes('(')) break;
    const [, name, nth] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? [];
    if (name === undefined) return here;
    const kin = name === '*' ? candidates : kinOf(places, candidates, name);
    const found = places[kin[Number(nth ?? 1) - 1] ?? -1];
    if (!found) return here;
    here = found;
    candidates = found.children;
  }
  return here;
}
