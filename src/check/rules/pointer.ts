/** Which attributes point, and at what. */

/** TEI's attributes of type anyURI that point at elements. @ana and @decls point at the header, @rendition has a rule of its own. */
export const POINTERS = new Set(
  (
    'target corresp ref who sameAs copyOf next prev select exclude synch start since resp wit hand source parent children ' +
    'facs spanTo change edRef nymRef scribeRef active passive mutual'
  ).split(' '),
);

/** Attributes that hold numbers or the like on some elements, although pointers elsewhere. */
export const NOT_POINTERS: Readonly<Record<string, readonly string[]>> = {
  source: ['encodingDesc', 'schemaSpec', 'moduleRef'],
  start: ['list'],
};

export interface Pointer {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The pointers of an attribute's value, a white-space-separated list, each with its place. */
export function pointers(attribute: { value: string; valueStart: number; valueEnd: number }): Pointer[] {
  const { value, valueStart, valueEnd } = attribute;
  // A value with references is longer in the file than here: then the whole value is the place.
  const exact = valueEnd - valueStart === value.length;
  if (exact && !/\s/.test(value)) return [{ value, start: valueStart, end: valueEnd }];
  return [...value.matchAll(/\S+/g)].map((match) => ({
    value: match[0],
    start: exact ? valueStart + match.index : valueStart,
    end: exact ? valueStart + match.index + match[0].length : valueEnd,
  }));
}
