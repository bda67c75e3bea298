/**
 * A verdict in one pass over the bytes of a document: the tape, then the grammar's automaton along it. `valid` and
 * `invalid` are said only of documents that were understood whole and are well-formed; of `unknown` ones the full parser
 * must be asked.
 */

import { attributeText, contentText } from './decode.js';
import { NAME_BYTE } from './names.js';
import { DECLARES, type Scope, Scopes, UNDECLARED } from './scopes.js';
import type { Automaton, State } from './state.js';
import { END, FULL, START, Tape } from './tape.js';
import { Values } from './values.js';

export type Verdict = 'valid' | 'invalid' | 'unknown';

export interface Judge {
  /** Of `bytes[0…length)`, UTF-8; the byte behind it, which there must be, is overwritten. */
  judge(bytes: Buffer, length: number): Verdict;
}

/** Beyond this, what was remembered is forgotten, so that it doesn't grow with the number of files. */
const MOST = 1 << 16;

/** A judge by the automaton that `make` gives; it is made anew when it has grown too large. */
export function judge(make: () => Automaton): Judge {
  let current = new Stream(make());
  return {
    judge(bytes, length) {
      if (current.remembers > MOST) current = new Stream(make());
      return current.judge(bytes, length);
    },
  };
}

/**
 * A document in which everything occurs that a document may hold. Passing over it first keeps the compiler from building on
 * what it has not seen yet, and having to build again.
 */
const WARM = `<?xml version="1.0" encoding="UTF-8"?>
<!-- c --><?pi data?><div xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" type='document' xml:id="d1" n="1">
<head>1. “Letter” &amp; ]<note n="1" xml:id="d1fn1" type="source">\uf8ff &#8211; &#x2013;<![CDATA[ x ]]></note ></head><!-- c --><?pi data?>
<opener><dateline rendition="#right"><date when="1955-06-07T19:00:00+01:00" calendar="gregorian julian">x</date></dateline></opener>
<p rend = "italic">a<lb />b<ref target="#a&amp;b">x</ref> <pb n="1" xml:id="pg_1"/></p><p foo="\n" rend="x"> </p><frus:attachment/>stray</div>`;

class Stream implements Judge {
  private readonly tape = new Tape();
  private readonly scopes: Scopes;
  private readonly values = new Values();
  /** By number of a value, the last document that had it for an id. */
  private ids = new Int32Array(1 << 3);
  private document = 0;
  private readonly xmlId: number;
  private readonly behind: (State | undefined)[] = [];
  private readonly outer: Scope[] = [];

  constructor(private readonly automaton: Automaton) {
    this.scopes = new Scopes(this.tape, automaton.name);
    this.xmlId = this.tape.names.number('xml:id');
    const bytes = Buffer.from(`${WARM}\0`);
    for (let i = 0; i < 12; i++) this.judge(bytes, bytes.length - 1);
  }

  get remembers(): number {
    return Math.max(this.automaton.size(), this.values.size, this.scopes.size);
  }

  judge(bytes: Buffer, length: number): Verdict {
    if (!this.tape.read(bytes, length)) return 'unknown';
    this.document++;
    this.behind.length = 0;
    this.outer.length = 0;
    const end = this.run(bytes);
    if (end === undefined) return 'unknown';
    return end.nullable ? 'valid' : 'invalid';
  }

  /** The state at the end of the tape; undefined where a name, an id or a declaration is for the full parser. */
  private run(bytes: Buffer): State | undefined {
    const { automaton, scopes, behind, outer } = this;
    const { items, length } = this.tape;
    let scope = scopes.outermost;
    let state = automaton.start;
    for (let at = 0; at < length; ) {
      const kind = items[at]!;
      if (kind === START) {
        const written = items[at + 1]!;
        const count = items[at + 4]!;
        const first = at + 5;
        at = first + 4 * count;
        outer.push(scope);
        if (count > 0) {
          const inner = scopes.inside(scope, bytes, first, count);
          if (inner === undefined) return undefined;
          scope = inner;
        }
        const name = scope.elements[written] ?? scopes.element(scope, written);
        if (name === UNDECLARED) return undefined;
        const move = state.opens[name] ?? automaton.open(state, name);
        behind.push(move.behind);
        state = move.inside;
        this.missing = state.required;
        for (let i = first; i < at; i += 4) {
          const next = this.attribute(state, scope, bytes, i);
          if (next === undefined) return undefined;
          if (next === state) continue;
          // Attributes hung on each other up to here; in the new state they may not.
          state = next;
          this.missing = state.required;
        }
        if (count > 1 && this.repeats(scope, first, count)) return undefined;
        state = this.missing > 0 ? automaton.dead : (state.closed ?? automaton.closed(state));
        let next = at;
        let flags = 0;
        while (items[next]! > END) {
          flags |= items[next + 3]!;
          next += 4;
        }
        // Text that is all of the element's content may be data.
        if (items[next] === END) {
          if (state.typed) state = automaton.only(state, contentText(bytes, items, at, next));
          else if ((flags & FULL) !== 0) state = state.full ?? automaton.full(state);
          else state = state.blank ?? automaton.blank(state);
          at = next;
        }
      } else if (kind === END) {
        const next = behind.pop();
        if (next === undefined) state = state.ended ?? automaton.ended(state);
        else state = state.nullable ? next : automaton.dead;
        scope = outer.pop()!;
        at += 2;
      } else {
        if ((items[at + 3]! & FULL) !== 0) state = state.mixed ?? automaton.mixed(state);
        at += 4;
      }
    }
    return state;
  }

  /** Required attributes of the tag at hand that are yet to come. */
  private missing = 0;

  /** The state after the attribute at `i` of the tape. */
  private attribute(state: State, scope: Scope, bytes: Buffer, i: number): State | undefined {
    const { values } = this;
    const { items } = this.tape;
    const written = items[i]!;
    const name = scope.attributes[written] ?? this.scopes.attribute(scope, written);
    if (name < 0) return name === DECLARES ? state : undefined;
    const wanted = state.attributes[name] ?? this.automaton.attribute(state, name);
    if (wanted.isRequired) this.missing--;
    const from = items[i + 1]!;
    const to = items[i + 2]!;
    const hash = items[i + 3]!;
    const isId = wanted.isId || written === this.xmlId;
    if (wanted.any !== undefined && !isId) return wanted.any;
    if (hash < 0) return isId ? undefined : wanted.step(attributeText(bytes, from, to, false));
    const number = values.number(bytes, from, to, hash);
    if (isId && !this.isNewId(number, bytes, from, to)) return undefined;
    let next = wanted.values.get(number);
    if (next === undefined) {
      next = wanted.step(attributeText(bytes, from, to, true));
      wanted.values.set(number, next);
    }
    return next;
  }

  /** Whether an id is a name and new to the document. */
  private isNewId(number: number, bytes: Buffer, from: number, to: number): boolean {
    if (number >= this.ids.length) {
      const longer = new Int32Array(Math.max(number + 1, this.ids.length * 2));
      longer.set(this.ids);
      this.ids = longer;
    }
    if (this.ids[number] === this.document || from === to || bytes[from]! < 65) return false;
    this.ids[number] = this.document;
    for (let at = from; at < to; at++) if (NAME_BYTE[bytes[at]!] === 0 || bytes[at] === 58) return false;
    return true;
  }

  /** Whether two attributes of a tag have the same name. */
  private repeats(scope: Scope, first: number, count: number): boolean {
    const { items } = this.tape;
    if (count > 12) {
      const seen = new Set<number>();
      for (let i = first; i < first + 4 * count; i += 4) {
        const name = scope.attributes[items[i]!]!;
        // Declarations have no expanded name: they are told apart as they are written.
        seen.add(name >= 0 ? name : -1 - items[i]!);
      }
      return seen.size < count;
    }
    for (let i = first + 4; i < first + 4 * count; i += 4) {
      const name = scope.attributes[items[i]!]!;
      for (let j = first; j < i; j += 4) {
        if (items[i] === items[j] || (name >= 0 && name === scope.attributes[items[j]!])) return true;
      }
    }
    return false;
  }
}
