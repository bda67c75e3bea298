/** Namespaces in force, and what they make of names: declared once, looked up from then on. */

import { attributeText } from './decode.js';
import type { Tape } from './tape.js';

const XML = 'http://www.w3.org/XML/1998/namespace';
/** Other names of namespaces are for the full parser, which has something to say of them. */
const USUAL = /^(?:https?:\/\/|urn:)[^\s{}]+$/;
const RESERVED = /^http:\/\/www\.w3\.org\/(?:XML\/1998\/namespace|2000\/xmlns\/)$/;

/** What stands for an expanded name: a declaration, a prefix that isn't declared, a name that wasn't looked at yet. */
export const DECLARES = -2;
export const UNDECLARED = -1;

export interface Scope {
  readonly prefixes: Readonly<Record<string, string>>;
  /** By number of a written name, what it is as an element and as an attribute: the number of an expanded name, or one of the above. */
  readonly elements: number[];
  readonly attributes: number[];
  /** The scopes inside, by what they declare. */
  readonly inner: Map<string, Scope>;
}

export class Scopes {
  readonly outermost: Scope = newScope({ xml: XML });
  size = 0;

  constructor(
    private readonly tape: Tape,
    private readonly numberOf: (ns: string, local: string) => number,
  ) {}

  element(scope: Scope, written: number): number {
    const name = this.tape.names.written[written]!;
    const colon = name.indexOf(':');
    const ns = scope.prefixes[colon < 0 ? '' : name.slice(0, colon)] ?? (colon < 0 ? '' : undefined);
    const number = ns === undefined ? UNDECLARED : this.numberOf(ns, name.slice(colon + 1));
    scope.elements[written] = number;
    return number;
  }

  attribute(scope: Scope, written: number): number {
    const name = this.tape.names.written[written]!;
    const colon = name.indexOf(':');
    const ns = colon < 0 ? '' : scope.prefixes[name.slice(0, colon)];
    const number = /^xmlns(?::|$)/.test(name)
      ? DECLARES
      : ns === undefined
        ? UNDECLARED
        : this.numberOf(ns, name.slice(colon + 1));
    scope.attributes[written] = number;
    return number;
  }

  /** The scope inside an element, whose attributes stand on the tape from `first` on; undefined where a declaration is unusual. */
  inside(scope: Scope, bytes: Buffer, first: number, count: number): Scope | undefined {
    const { items, names } = this.tape;
    let declares = false;
    for (let i = first; i < first + 4 * count && !declares; i += 4) {
      const written = items[i]!;
      declares = (scope.attributes[written] ?? this.attribute(scope, written)) === DECLARES;
    }
    if (!declares) return scope;
    const declared: [string, string][] = [];
    for (let i = first; i < first + 4 * count; i += 4) {
      const name = names.written[items[i]!]!;
      if (!/^xmlns(?::|$)/.test(name)) continue;
      const prefix = name.slice(6);
      const uri = attributeText(bytes, items[i + 1]!, items[i + 2]!, items[i + 3]! >= 0);
      if (items[i + 3]! < 0 || prefix === 'xml' || prefix === 'xmlns' || RESERVED.test(uri)) return undefined;
      if (!(uri === '' && prefix === '') && !USUAL.test(uri)) return undefined;
      declared.push([prefix, uri]);
    }
    const key = declared.join(' ');
    let inner = scope.inner.get(key);
    if (!inner) {
      inner = newScope({ ...scope.prefixes, ...Object.fromEntries(declared) });
      scope.inner.set(key, inner);
      this.size++;
    }
    return inner;
  }
}

/** Prefixes are anything: an object without a prototype. */
const newScope = (prefixes: Readonly<Record<string, string>>): Scope => ({
  prefixes: Object.assign(Object.create(null), prefixes),
  elements: [],
  attributes: [],
  inner: new Map(),
});
