/**
 * Patterns of RELAX NG, after simplification: each distinct pattern exists once in its table, so that derivatives can be
 * remembered by number.
 */

import type { Datatype } from './datatypes.js';
import type { NameClass } from './names.js';

export type Kind =
  | 'empty'
  | 'notAllowed'
  | 'text'
  | 'choice'
  | 'group'
  | 'interleave'
  | 'oneOrMore'
  | 'list'
  | 'data'
  | 'value'
  | 'attribute'
  | 'element'
  | 'after';

/**
 * `parts`: the alternatives of a choice; both sides of group, interleave and after; the content of oneOrMore, list and
 * attribute; what data excepts. The content of an element is looked up when it is needed, since grammars are recursive.
 */
export interface Pattern {
  readonly id: number;
  readonly kind: Kind;
  readonly nullable: boolean;
  readonly parts: readonly Pattern[];
  readonly names?: NameClass;
  readonly content?: () => Pattern;
  readonly datatype?: Datatype;
  readonly value?: string;
}

/** The constructors of one grammar's patterns; they simplify as they build. */
export interface Patterns {
  readonly empty: Pattern;
  readonly notAllowed: Pattern;
  readonly text: Pattern;
  choice(...parts: Pattern[]): Pattern;
  group(a: Pattern, b: Pattern): Pattern;
  interleave(a: Pattern, b: Pattern): Pattern;
  oneOrMore(p: Pattern): Pattern;
  after(a: Pattern, b: Pattern): Pattern;
  list(p: Pattern): Pattern;
  data(datatype: Datatype, except?: Pattern): Pattern;
  value(datatype: Datatype, value: string): Pattern;
  attribute(names: NameClass, p: Pattern): Pattern;
  element(names: NameClass, content: () => Pattern): Pattern;
}

export function patterns(): Patterns {
  let count = 0;
  const made = new Map<string, Pattern>();
  const mint = (kind: Kind, nullable: boolean, parts: readonly Pattern[], rest: Partial<Pattern> = {}): Pattern => ({
    id: count++,
    kind,
    nullable,
    parts,
    ...rest,
  });
  const unique = (kind: Kind, nullable: boolean, parts: readonly Pattern[]): Pattern => {
    const key = `${kind} ${parts.map((part) => part.id).join(' ')}`;
    let pattern = made.get(key);
    if (!pattern) {
      pattern = mint(kind, nullable, parts);
      made.set(key, pattern);
    }
    return pattern;
  };
  const empty = mint('empty', true, []);
  const notAllowed = mint('notAllowed', false, []);
  const text = mint('text', true, []);

  return {
    empty,
    notAllowed,
    text,
    choice(...given) {
      const flat = new Set<Pattern>();
      for (const part of given) for (const one of part.kind === 'choice' ? part.parts : [part]) flat.add(one);
      flat.delete(notAllowed);
      if (flat.has(empty)) {
        for (const one of flat) {
          if (one !== empty && one.nullable) {
            flat.delete(empty);
            break;
          }
        }
      }
      if (flat.size <= 1) return flat.values().next().value ?? notAllowed;
      const parts = [...flat].sort((a, b) => a.id - b.id);
      return unique(
        'choice',
        parts.some((part) => part.nullable),
        parts,
      );
    },
    group(a, b) {
      if (a === notAllowed || b === notAllowed) return notAllowed;
      if (a === empty) return b;
      if (b === empty) return a;
      return unique('group', a.nullable && b.nullable, [a, b]);
    },
    interleave(a, b) {
      if (a === notAllowed || b === notAllowed) return notAllowed;
      if (a === empty) return b;
      if (b === empty) return a;
      return unique('interleave', a.nullable && b.nullable, a.id <= b.id ? [a, b] : [b, a]);
    },
    oneOrMore(p) {
      return p === notAllowed || p === empty || p === text || p.kind === 'oneOrMore'
        ? p
        : unique('oneOrMore', p.nullable, [p]);
    },
    after(a, b) {
      return a === notAllowed || b === notAllowed ? notAllowed : unique('after', false, [a, b]);
    },
    list: (p) => (p === notAllowed ? p : unique('list', false, [p])),
    data: (datatype, except) => mint('data', false, except ? [except] : [], { datatype }),
    value: (datatype, value) => mint('value', false, [], { datatype, value }),
    attribute: (names, p) => (p === notAllowed ? p : mint('attribute', false, [p], { names })),
    element: (names, content) => mint('element', false, [], { names, content }),
  };
}
