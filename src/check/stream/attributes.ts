/** The attributes of an element's pattern, where each may or must be there whatever the others are. */

import { madeOnce } from '../../made-once.js';
import type { Pattern, Patterns } from '../schema/rng/pattern.js';

export interface Independent {
  readonly attributes: readonly {
    readonly ns: string;
    readonly local: string;
    readonly value: Pattern;
    readonly isRequired: boolean;
  }[];
  readonly required: number;
  /** What is left when all attributes are there. */
  content(make: Patterns): Pattern;
}

interface Found {
  readonly names: Pattern['names'];
  readonly value: Pattern;
  readonly isRequired: boolean;
}

/** Undefined where attributes hang on each other, or on names that aren't spelled out. */
export const independent: (pattern: Pattern) => Independent | undefined = madeOnce(find);

function find(pattern: Pattern): Independent | undefined {
  const found: Found[] = [];
  const without = collect(pattern, found);
  if (!without) return undefined;
  const attributes: { ns: string; local: string; value: Pattern; isRequired: boolean }[] = [];
  for (const { names, value, isRequired } of found) {
    if (names?.kind !== 'name') return undefined;
    const { ns, local } = names;
    if (attributes.some((one) => one.ns === ns && one.local === local)) return undefined;
    attributes.push({ ns, local, value, isRequired });
  }
  return { attributes, required: attributes.filter(({ isRequired }) => isRequired).length, content: without };
}

type Content = (make: Patterns) => Pattern;

/** The content without its attributes, which are added to `found`. */
function collect(p: Pattern, found: Found[]): Content | undefined {
  const [a, b] = p.parts;
  switch (p.kind) {
    case 'attribute':
      found.push({ names: p.names, value: a!, isRequired: true });
      return (make) => make.empty;
    case 'choice': {
      const one = p.parts.find(({ kind }) => kind === 'attribute');
      if (one && p.parts.length === 2 && p.parts.some(({ kind }) => kind === 'empty')) {
        found.push({ names: one.names, value: one.parts[0]!, isRequired: false });
        return (make) => make.empty;
      }
      break;
    }
    case 'group':
    case 'interleave': {
      if (!hasAttributes(p)) return () => p;
      const left = collect(a!, found);
      const right = left && collect(b!, found);
      const { kind } = p;
      return left && right && ((make) => make[kind](left(make), right(make)));
    }
  }
  return hasAttributes(p) ? undefined : () => p;
}

/** Whether a pattern has attributes of its own, not of elements in it; `after` never stands in a single content. */
function hasAttributes(p: Pattern): boolean {
  if (p.kind === 'attribute' || p.kind === 'after') return true;
  return p.kind !== 'data' && p.kind !== 'list' && p.parts.some(hasAttributes);
}
