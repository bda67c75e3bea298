/**
 * XML → a tree with the place of everything: elements, each attribute and its value, text, comments, instructions.
 *
 * A quick pass for checks that must point at characters and mend them. It is lenient (what a parser refuses, a parser
 * must say) but never wrong about places in a well-formed file; a DOCTYPE is stepped over, no entity of it expanded.
 */

/** Offsets are UTF-16 code units of the text scanned: `start…end` spans `name="value"`, `valueStart…valueEnd` the raw value. */
export interface ScanAttribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

interface Placed {
  readonly start: number;
  end: number;
  /** Index in {@link Scan.nodes}. */
  readonly at: number;
  readonly parent: ScanElement | undefined;
  /** Index among the parent's children. */
  readonly index: number;
}

/**
 * `name` is the local name for TEI (and for no namespace), `frus:name` for the namespace of the FRUS edition, and the name
 * as written otherwise. `tagEnd` is the offset after the start tag, `closeStart` that of the end tag (= `end` where the
 * element is empty `<pb/>`). Its descendants are `nodes[at + 1 … until - 1]`.
 */
export interface ScanElement extends Placed {
  readonly type: 'element';
  readonly name: string;
  readonly written: string;
  readonly ns: string;
  readonly attributes: readonly ScanAttribute[];
  readonly children: ScanNode[];
  readonly tagEnd: number;
  readonly depth: number;
  closeStart: number;
  until: number;
}

/** Text as written, `raw`: references are not resolved. CDATA counts as text (`cdata`), `start…end` without its brackets. */
export interface ScanText extends Placed {
  readonly type: 'text';
  readonly raw: string;
  readonly cdata: boolean;
}

export interface ScanInstruction extends Placed {
  readonly type: 'instruction';
  readonly target: string;
  readonly data: string;
}

export interface ScanComment extends Placed {
  readonly type: 'comment';
}

export type ScanNode = ScanElement | ScanText | ScanInstruction | ScanComment;

/** `nodes` in document order; `problem` is the first place where the file can't be read on. */
export interface Scan {
  readonly text: string;
  readonly root: ScanElement | undefined;
  readonly nodes: readonly ScanNode[];
  readonly instructions: readonly ScanInstruction[];
  /** Elements by xml:id; the first where several have it. */
  readonly ids: ReadonlyMap<string, ScanElement>;
  readonly problem?: { readonly message: string; readonly offset: number };
}

const TEI = 'http://www.tei-c.org/ns/1.0';
const FRUS = 'http://history.state.gov/frus/ns/1.0';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The character that a reference such as `amp`, `#8211` or `#x2013` stands for; undefined for an entity not of XML's own. */
export function referenced(name: string): string | undefined {
  if (name.charCodeAt(0) !== 35) return NAMED[name];
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const decode = (raw: string): string =>
  raw.includes('&') ? raw.replace(/&([^;&\s]+);/g, (all, name: string) => referenced(name) ?? all) : raw;

const space = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** Names as they are written, one string each: names are few and looked up often. */
const names = new Map<number, string[]>();
/** Where the name that {@link nameAt} read last ends. */
let nameEnd = 0;

/** The name that starts at `from`, '' where none does. */
function nameAt(text: string, from: number): string {
  let at = from;
  let hash = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 62 || code === 47 || code === 61 || code === 10 || code === 13 || code === 9) break;
    hash = (hash * 31 + code) | 0;
  }
  nameEnd = at;
  const known = names.get(hash);
  if (known) for (const name of known) if (name.length === at - from && text.startsWith(name, from)) return name;
  // A key of an object is the engine's own copy: it compares by address and doesn't hold on to the text.
  const name = Object.keys({ [text.slice(from, at)]: 0 })[0]!;
  if (!known) {
    // Hostile files have names without end.
    if (names.size < 10_000) names.set(hash, [name]);
  } else if (known.length < 8) known.push(name);
  return name;
}

/** The end of `<!DOCTYPE …>`, its internal subset included; −1 where it is not closed. */
function doctypeEnd(text: string, from: number): number {
  let depth = 0;
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 91) depth++;
    else if (code === 93) depth--;
    else if (code === 62 && depth <= 0) return at + 1;
    else if (code === 60 && text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at + 4);
      if (close < 0) return -1;
      at = close + 2;
    }
  }
  return -1;
}

/** See {@link ScanElement.name}. */
function nameIn(ns: string, written: string, colon: number): string {
  const local = written.slice(colon + 1);
  if (ns === TEI) return nameAt(local, 0);
  return ns === FRUS ? nameAt(`frus:${local}`, 0) : written;
}

type Scope = Readonly<Record<string, string>>;

function scopeOf(outer: Scope, attributes: readonly ScanAttribute[]): Scope {
  let scope: Record<string, string> | undefined;
  for (const { name, value } of attributes) {
    if (!name.startsWith('xmlns')) continue;
    scope ??= { ...outer };
    scope[name === 'xmlns' ? '' : name.slice(6)] = value;
  }
  return scope ?? outer;
}

const NO_CHILDREN: ScanNode[] = [];
const NO_ATTRIBUTES: ScanAttribute[] = [];

/** Scan a document or a lone element. Never throws; see {@link Scan.problem}. */
export function scanXml(text: string, maxDepth = 2000): Scan {
  const nodes: ScanNode[] = [];
  const instructions: ScanInstruction[] = [];
  const ids = new Map<string, ScanElement>();
  let root: ScanElement | undefined;
  let open: ScanElement | undefined;
  let scope: Scope = {};
  const scopes: Scope[] = [];
  const stop = (message: string, offset: number): Scan => ({
    ...{ text, root, nodes, instructions, ids },
    problem: { message, offset },
  });
  const place = (start: number, end: number) => ({
    start,
    end,
    at: nodes.length,
    parent: open,
    index: open ? open.children.length : 0,
  });
  const add = (node: ScanNode): void => {
    nodes.push(node);
    if (!open) return;
    // Most elements that have children get their first right here; the others share one empty list.
    if (open.children === NO_CHILDREN) (open as { children: ScanNode[] }).children = [node];
    else open.children.push(node);
  };
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    let lt = text.indexOf('<', at);
    if (lt < 0) lt = text.length;
    if (lt > at && open) {
      // Written out, here and for elements: spreading is slow, and these are most of the nodes.
      add({
        type: 'text',
        start: at,
        end: lt,
        at: nodes.length,
        parent: open,
        index: open.children.length,
        raw: text.slice(at, lt),
        cdata: false,
      });
    }
    if (lt === text.length) break;
    const next = text.charCodeAt(lt + 1);
    if (next === 47) {
      const close = text.indexOf('>', lt);
      if (close < 0) return stop('an end tag is not closed', lt);
      const same = open && close - lt - 2 === open.written.length && text.startsWith(open.written, lt + 2);
      if (!same) {
        const name = text.slice(lt + 2, close).trimEnd();
        if (!open) return stop(`“</${name}>” closes nothing`, lt);
        if (name !== open.written) return stop(`“</${name}>” stands where “</${open.written}>” is due`, lt);
      }
      const closed: ScanElement = open!;
      closed.closeStart = lt;
      closed.end = close + 1;
      closed.until = nodes.length;
      open = closed.parent;
      scope = scopes.pop() ?? scope;
      at = close + 1;
      continue;
    }
    if (next === 33) {
      if (text.startsWith('<!--', lt)) {
        const close = text.indexOf('-->', lt + 4);
        if (close < 0) return stop('a comment is not closed', lt);
        add({ type: 'comment', ...place(lt, close + 3) });
        at = close + 3;
      } else if (text.startsWith('<![CDATA[', lt)) {
        const close = text.indexOf(']]>', lt);
        if (close < 0) return stop('a CDATA section is not closed', lt);
        add({ type: 'text', ...place(lt + 9, close), raw: text.slice(lt + 9, close), cdata: true });
        at = close + 3;
      } else {
        at = doctypeEnd(text, lt + 2);
        if (at < 0) return stop('a declaration is not closed', lt);
      }
      continue;
    }
    if (next === 63) {
      const close = text.indexOf('?>', lt);
      if (close < 0) return stop('a processing instruction is not closed', lt);
      const target = text.slice(lt + 2, close).match(/^\S*/)![0];
      const data = text.slice(lt + 2 + target.length, close).trim();
      const instruction: ScanInstruction = { type: 'instruction', ...place(lt, close + 2), target, data };
      instructions.push(instruction);
      add(instruction);
      at = close + 2;
      continue;
    }
    // A start tag.
    const written = nameAt(text, lt + 1);
    let to = nameEnd;
    if (written === '') return stop('“<” starts no tag', lt);
    let attributes = NO_ATTRIBUTES;
    let declares = false;
    let id: string | undefined;
    let empty = false;
    for (;;) {
      while (space(text.charCodeAt(to))) to++;
      const code = text.charCodeAt(to);
      if (code === 62) break;
      if (code === 47 && text.charCodeAt(to + 1) === 62) {
        empty = true;
        to++;
        break;
      }
      const start = to;
      const name = nameAt(text, to);
      to = nameEnd;
      while (space(text.charCodeAt(to))) to++;
      if (name === '' || text.charCodeAt(to) !== 61) return stop(`the tag “<${written}” is not well-formed`, lt);
      to++;
      while (space(text.charCodeAt(to))) to++;
      const quote = text[to];
      if (quote !== '"' && quote !== "'") return stop(`the value of @${name} has no quotes`, start);
      const valueEnd = text.indexOf(quote, to + 1);
      if (valueEnd < 0) return stop(`the value of @${name} is not closed`, start);
      const value = decode(text.slice(to + 1, valueEnd));
      if (name === 'xml:id') id = value;
      else if (name.charCodeAt(0) === 120 && name.startsWith('xmlns')) declares = true;
      if (attributes === NO_ATTRIBUTES) attributes = [];
      attributes.push({ name, value, start, end: valueEnd + 1, valueStart: to + 1, valueEnd });
      to = valueEnd + 1;
    }
    const depth = open ? open.depth + 1 : 0;
    if (depth > maxDepth) return stop(`elements nest deeper than ${maxDepth}`, lt);
    const inner = declares ? scopeOf(scope, attributes) : scope;
    const colon = written.indexOf(':');
    const ns = inner[colon < 0 ? '' : written.slice(0, colon)] ?? '';
    const name = colon < 0 && (ns === TEI || ns === '') ? written : nameIn(ns, written, colon);
    const element: ScanElement = {
      type: 'element',
      start: lt,
      end: to + 1,
      at: nodes.length,
      parent: open,
      index: open ? open.children.length : 0,
      name,
      written,
      ns,
      attributes,
      children: NO_CHILDREN,
      tagEnd: to + 1,
      depth,
      closeStart: to + 1,
      until: nodes.length + 1,
    };
    if (!open && root) return stop('a second root element', lt);
    root ??= element;
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    add(element);
    if (!empty) {
      scopes.push(scope);
      scope = inner;
      open = element;
    }
    at = to + 1;
  }
  if (open) return stop(`“<${open.written}>” is not closed`, open.start);
  if (!root) return stop('no element', 0);
  return { text, root, nodes, instructions, ids };
}
