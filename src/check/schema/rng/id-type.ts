/** Attributes of the types that RELAX NG shares with DTDs: ID, IDREF and IDREFS. */

import type { Pattern } from './pattern.js';

const ID_TYPES = new Set(['ID', 'IDREF', 'IDREFS']);

/** The ID type of an attribute, given the choice of `after(value, rest)` that its name left. */
export function idTypeOf(pattern: Pattern): string | undefined {
  if (pattern.kind === 'data') return ID_TYPES.has(pattern.datatype!.name) ? pattern.datatype!.name : undefined;
  if (pattern.kind === 'after') return idTypeOf(pattern.parts[0]!);
  if (pattern.kind !== 'choice') return undefined;
  for (const part of pattern.parts) {
    const type = idTypeOf(part);
    if (type !== undefined) return type;
  }
  return undefined;
}
