/** The scanner behind {@link scanXml}, by kinds of markup. */

import { withoutReferences } from './references.js';
import type { Scan, ScanAttribute, ScanElement, ScanInstruction, ScanNode } from './scan.js';
import { nameAt, nameIn, type Scope, scopeOf } from './scan-names.js';

const space = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

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

const NO_CHILDREN: ScanNode[] = [];
const NO_ATTRIBUTES: ScanAttribute[] = [];

/**
 * A method for each kind of markup: one function for all would be the largest by far, and the engine would spend more time on
 * making it fast than it saves. Methods give the offset behind what they read, −1 where the file can't be read on.
 */
export class Scanner {
  private readonly nodes: ScanNode[] = [];
  private readonly instructions: ScanInstruction[] = [];
  private readonly ids = new Map<string, ScanElement>();
  private root: ScanElement | undefined;
  private problem: Scan['problem'];
  private open: ScanElement | undefined;
  private scope: Scope = {};
  private readonly scopes: Scope[] = [];
  /** Of the tag whose attributes were read last. */
  private declares = false;
  private id: string | undefined;
  private tagEnd = 0;

  constructor(
    private readonly text: string,
    private readonly maxDepth: number,
  ) {}

  scan(): Scan {
    const { text } = this;
    let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    while (at >= 0 && at < text.length) {
      const found = text.indexOf('<', at);
      const lt = found < 0 ? text.length : found;
      if (lt > at && this.open) this.addText(at, lt, false);
      at = lt === text.length ? lt : this.markup(lt);
    }
    if (at >= 0 && this.open) this.stop(`“<${this.open.written}>” is not closed`, this.open.start);
    else if (at >= 0 && !this.root) this.stop('no element', 0);
    const { root, nodes, instructions, ids, problem } = this;
    return { text, root, nodes, instructions, ids, ...(problem ? { problem } : {}) };
  }

  private stop(message: string, offset: number): -1 {
    this.problem = { message, offset };
    return -1;
  }

  private markup(lt: number): number {
    const next = this.text.charCodeAt(lt + 1);
    if (next === 47) return this.endTag(lt);
    if (next === 33) return this.declaration(lt);
    if (next === 63) return this.instruction(lt);
    return this.startTag(lt);
  }

  private add(node: ScanNode): void {
    this.nodes.push(node);
    const { open } = this;
    if (!open) return;
    // Most elements that have children get their first right here; the others share one empty list.
    if (open.children === NO_CHILDREN) (open as { children: ScanNode[] }).children = [node];
    else open.children.push(node);
  }

  // Nodes are written out: spreading is slow, and there are many.

  private addText(start: number, end: number, cdata: boolean): void {
    const { nodes, open, text } = this;
    this.add({
      type: 'text',
      start,
      end,
      at: nodes.length,
      parent: open,
      index: open ? open.children.length : 0,
      raw: text.slice(start, end),
      cdata,
    });
  }

  private endTag(lt: number): number {
    const { text, open } = this;
    const close = text.indexOf('>', lt);
    if (close < 0) return this.stop('an end tag is not closed', lt);
    if (!open || close - lt - 2 !== open.written.length || !text.startsWith(open.written, lt + 2)) {
      const name = text.slice(lt + 2, close).trimEnd();
      if (!open) return this.stop(`“</${name}>” closes nothing`, lt);
      if (name !== open.written) return this.stop(`“</${name}>” stands where “</${open.written}>” is due`, lt);
    }
    open.closeStart = lt;
    open.end = close + 1;
    open.until = this.nodes.length;
    this.open = open.parent;
    this.scope = this.scopes.pop() ?? this.scope;
    return close + 1;
  }

  private declaration(lt: number): number {
    const { text, nodes, open } = this;
    if (text.startsWith('<!--', lt)) {
      const close = text.indexOf('-->', lt + 4);
      if (close < 0) return this.stop('a comment is not closed', lt);
      const index = open ? open.children.length : 0;
      this.add({ type: 'comment', start: lt, end: close + 3, at: nodes.length, parent: open, index });
      return close + 3;
    }
    if (text.startsWith('<![CDATA[', lt)) {
      const close = text.indexOf(']]>', lt);
      if (close < 0) return this.stop('a CDATA section is not closed', lt);
      this.addText(lt + 9, close, true);
      return close + 3;
    }
    const end = doctypeEnd(text, lt + 2);
    return end < 0 ? this.stop('a declaration is not closed', lt) : end;
  }

  private instruction(lt: number): number {
    const { text, nodes, open } = this;
    const close = text.indexOf('?>', lt);
    if (close < 0) return this.stop('a processing instruction is not closed', lt);
    const target = text.slice(lt + 2, close).match(/^\S*/)![0];
    const data = text.slice(lt + 2 + target.length, close).trim();
    const index = open ? open.children.length : 0;
    const instruction: ScanInstruction = {
      type: 'instruction',
      start: lt,
      end: close + 2,
      at: nodes.length,
      parent: open,
      index,
      target,
      data,
    };
    this.instructions.push(instruction);
    this.add(instruction);
    return close + 2;
  }

  private startTag(lt: number): number {
    const { text, open, scope } = this;
    const written = nameAt(text, lt + 1);
    if (written === '') return this.stop('“<” starts no tag', lt);
    const attributes = this.attributes(lt, written);
    if (!attributes) return -1;
    const { tagEnd, id } = this;
    const depth = open ? open.depth + 1 : 0;
    if (depth > this.maxDepth) return this.stop(`elements nest deeper than ${this.maxDepth}`, lt);
    const inner = this.declares ? scopeOf(scope, attributes) : scope;
    const colon = written.indexOf(':');
    const ns = inner[colon < 0 ? '' : written.slice(0, colon)] ?? '';
    const element: ScanElement = {
      type: 'element',
      start: lt,
      end: tagEnd,
      at: this.nodes.length,
      parent: open,
      index: open ? open.children.length : 0,
      name: nameIn(ns, written, colon),
      written,
      ns,
      attributes,
      children: NO_CHILDREN,
      tagEnd,
      depth,
      closeStart: tagEnd,
      until: this.nodes.length + 1,
    };
    if (!open && this.root) return this.stop('a second root element', lt);
    this.root ??= element;
    if (id !== undefined && !this.ids.has(id)) this.ids.set(id, element);
    this.add(element);
    if (text.charCodeAt(tagEnd - 2) !== 47) {
      this.scopes.push(scope);
      this.scope = inner;
      this.open = element;
    }
    return tagEnd;
  }

  /** The attributes of the start tag at `lt`; undefined where it can't be read. */
  private attributes(lt: number, written: string): ScanAttribute[] | undefined {
    const { text } = this;
    let to = lt + 1 + written.length;
    let attributes = NO_ATTRIBUTES;
    this.declares = false;
    this.id = undefined;
    for (;;) {
      while (space(text.charCodeAt(to))) to++;
      const code = text.charCodeAt(to);
      if (code === 47 && text.charCodeAt(to + 1) === 62) to++;
      if (text.charCodeAt(to) === 62) {
        this.tagEnd = to + 1;
        return attributes;
      }
      const attribute = this.attribute(lt, to, written);
      if (!attribute) return undefined;
      const { name, value } = attribute;
      if (name === 'xml:id') this.id = value;
      else if (name.charCodeAt(0) === 120 && name.startsWith('xmlns')) this.declares = true;
      if (attributes === NO_ATTRIBUTES) attributes = [attribute];
      else attributes.push(attribute);
      to = attribute.end;
    }
  }

  /** The attribute that begins at `start`, of the tag at `lt`. */
  private attribute(lt: number, start: number, written: string): ScanAttribute | undefined {
    const { text } = this;
    const name = nameAt(text, start);
    let to = start + name.length;
    while (space(text.charCodeAt(to))) to++;
    if (name === '' || text.charCodeAt(to) !== 61) {
      this.stop(`the tag “<${written}” is not well-formed`, lt);
      return undefined;
    }
    to++;
    while (space(text.charCodeAt(to))) to++;
    const quote = text.charCodeAt(to);
    if (quote !== 34 && quote !== 39) {
      this.stop(`the value of @${name} has no quotes`, start);
      return undefined;
    }
    const valueEnd = text.indexOf(quote === 34 ? '"' : "'", to + 1);
    if (valueEnd < 0) {
      this.stop(`the value of @${name} is not closed`, start);
      return undefined;
    }
    const value = withoutReferences(text.slice(to + 1, valueEnd));
    return { name, value, start, end: valueEnd + 1, valueStart: to + 1, valueEnd };
  }
}
