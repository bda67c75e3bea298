/**
 * Derivatives of patterns: what a grammar still expects after it has seen a piece of a document.
 *
 * The method is James Clark's ("An algorithm for RELAX NG validation", 2002), with the start of an attribute split from its
 * value so that both can be remembered by name.
 */

import { contains } from './names.js';
import type { Pattern, Patterns } from './pattern.js';
import { isBlank, itemsOf } from './white-space.js';

export interface Derivatives {
  /** After `<name`; its content comes before the rest: a choice of `after`. */
  open(p: Pattern, ns: string, local: string): Pattern;
  /** As {@link open}, but content that should have come first is taken as given. */
  openSkipping(p: Pattern, ns: string, local: string): Pattern;
  /** After an attribute's name: a choice of `after(value, rest)`. */
  attribute(p: Pattern, ns: string, local: string): Pattern;
  /** After an attribute's value. */
  attributeValue(p: Pattern, value: string): Pattern;
  /** After the start tag's `>`: attributes that are still wanted make it notAllowed. */
  close(p: Pattern): Pattern;
  /** As {@link close}, but missing attributes are taken as given. */
  closeSkipping(p: Pattern): Pattern;
  /** After text that stands beside elements. */
  mixedText(p: Pattern): Pattern;
  /** After text that is the whole content of its element. */
  onlyText(p: Pattern, text: string): Pattern;
  /** After the end tag. */
  end(p: Pattern): Pattern;
  /** What comes after the current content, whatever is missing from it. */
  rest(p: Pattern): Pattern;
}

type Step = (p: Pattern) => Pattern;

export function derivatives(make: Patterns): Derivatives {
  const { choice, group, interleave, oneOrMore, after, empty, notAllowed } = make;

  const mapAfter = (p: Pattern, step: Step): Pattern => {
    if (p.kind === 'after') return after(p.parts[0]!, step(p.parts[1]!));
    if (p.kind === 'choice') return choice(...p.parts.map((part) => mapAfter(part, step)));
    return notAllowed;
  };

  /** Remember a step's results by the number of the pattern. */
  const remembered = (step: Step): Step => {
    const known: (Pattern | undefined)[] = [];
    return (p) => {
      let result = known[p.id];
      if (result === undefined) {
        result = step(p);
        known[p.id] = result;
      }
      return result;
    };
  };
  const byName = (make: (ns: string, local: string) => Step): ((ns: string, local: string) => Step) => {
    const known = new Map<string, Step>();
    return (ns, local) => {
      const key = `${ns} ${local}`;
      let step = known.get(key);
      if (!step) {
        step = remembered(make(ns, local));
        known.set(key, step);
      }
      return step;
    };
  };

  const openStep = (ns: string, local: string, skipping: boolean): Step => {
    const step: Step = (p) => {
      const self = (skipping ? openSkipping : open)(ns, local);
      const [a, b] = p.parts as [Pattern, Pattern];
      switch (p.kind) {
        case 'element':
          return contains(p.names!, ns, local) ? after(p.content!(), empty) : notAllowed;
        case 'choice':
          return choice(...p.parts.map(self));
        case 'interleave':
          return choice(
            mapAfter(self(a), (x) => interleave(x, b)),
            mapAfter(self(b), (x) => interleave(a, x)),
          );
        case 'oneOrMore':
          return mapAfter(self(a), (x) => group(x, choice(p, empty)));
        case 'group': {
          const first = mapAfter(self(a), (x) => group(x, b));
          if (a.nullable) return choice(first, self(b));
          // What comes next in order is the better guess; only then leave something out.
          return skipping && first === notAllowed ? self(b) : first;
        }
        case 'after':
          return mapAfter(self(a), (x) => after(x, b));
        default:
          return notAllowed;
      }
    };
    return step;
  };
  const open = byName((ns, local) => openStep(ns, local, false));
  const openSkipping = byName((ns, local) => openStep(ns, local, true));

  const attribute = byName((ns, local) => (p) => {
    const self = attribute(ns, local);
    const [a, b] = p.parts as [Pattern, Pattern];
    switch (p.kind) {
      case 'attribute':
        return contains(p.names!, ns, local) ? after(a, empty) : notAllowed;
      case 'choice':
        return choice(...p.parts.map(self));
      case 'group':
        return choice(
          mapAfter(self(a), (x) => group(x, b)),
          mapAfter(self(b), (x) => group(a, x)),
        );
      case 'interleave':
        return choice(
          mapAfter(self(a), (x) => interleave(x, b)),
          mapAfter(self(b), (x) => interleave(a, x)),
        );
      case 'oneOrMore':
        return mapAfter(self(a), (x) => group(x, choice(p, empty)));
      case 'after':
        return mapAfter(self(a), (x) => after(x, b));
      default:
        return notAllowed;
    }
  });

  const closeWith = (wanted: Pattern): Step => {
    const step: Step = remembered((p) => {
      const [a, b] = p.parts as [Pattern, Pattern];
      switch (p.kind) {
        case 'attribute':
          return wanted;
        case 'choice':
          return choice(...p.parts.map(step));
        case 'group':
          return group(step(a), step(b));
        case 'interleave':
          return interleave(step(a), step(b));
        case 'oneOrMore':
          return oneOrMore(step(a));
        case 'after':
          return after(step(a), b);
        default:
          return p;
      }
    });
    return step;
  };
  const close = closeWith(notAllowed);

  /** A text step; `leaf` says what becomes of text, data, value and list. */
  const textStep = (self: Step, leaf: Step): Step => {
    return (p) => {
      const [a, b] = p.parts as [Pattern, Pattern];
      switch (p.kind) {
        case 'choice':
          return choice(...p.parts.map(self));
        case 'interleave':
          return choice(interleave(self(a), b), interleave(a, self(b)));
        case 'group': {
          const first = group(self(a), b);
          return a.nullable ? choice(first, self(b)) : first;
        }
        case 'oneOrMore':
          return group(self(a), choice(p, empty));
        case 'after':
          return after(self(a), b);
        default:
          return leaf(p);
      }
    };
  };
  const mixedText: Step = remembered(
    textStep(
      (p) => mixedText(p),
      (p) => (p.kind === 'text' ? p : notAllowed),
    ),
  );

  const textOf = (p: Pattern, text: string): Pattern => {
    const leaf: Step = (q) => {
      switch (q.kind) {
        case 'text':
          return q;
        case 'value':
          return q.datatype!.same(text, q.value!) ? empty : notAllowed;
        case 'data':
          return q.datatype!.allows(text) && !(q.parts[0] && textOf(q.parts[0], text).nullable) ? empty : notAllowed;
        case 'list': {
          const words = itemsOf(text);
          return words.reduce(textOf, q.parts[0]!).nullable ? empty : notAllowed;
        }
        default:
          return notAllowed;
      }
    };
    const self: Step = (q) => step(q);
    const step = textStep(self, leaf);
    return step(p);
  };

  const attributeValue = (p: Pattern, value: string): Pattern => {
    if (p.kind === 'choice') return choice(...p.parts.map((part) => attributeValue(part, value)));
    if (p.kind !== 'after') return notAllowed;
    const [wanted, rest] = p.parts as [Pattern, Pattern];
    return (wanted.nullable && isBlank(value)) || textOf(wanted, value).nullable ? rest : notAllowed;
  };

  const end: Step = remembered((p) => {
    if (p.kind === 'choice') return choice(...p.parts.map(end));
    return p.kind === 'after' && p.parts[0]!.nullable ? p.parts[1]! : notAllowed;
  });
  const rest: Step = remembered((p) => {
    if (p.kind === 'choice') return choice(...p.parts.map(rest));
    return p.kind === 'after' ? p.parts[1]! : notAllowed;
  });

  return {
    open: (p, ns, local) => open(ns, local)(p),
    openSkipping: (p, ns, local) => openSkipping(ns, local)(p),
    attribute: (p, ns, local) => attribute(ns, local)(p),
    attributeValue,
    close,
    closeSkipping: closeWith(empty),
    mixedText,
    onlyText: (p, text) => (isBlank(text) ? choice(p, textOf(p, text)) : textOf(p, text)),
    end,
    rest,
  };
}
