/** Name classes of RELAX NG: which names an element or attribute pattern takes. */

export type NameClass =
  | { readonly kind: 'name'; readonly ns: string; readonly local: string }
  | { readonly kind: 'nsName'; readonly ns: string; readonly except?: NameClass }
  | { readonly kind: 'anyName'; readonly except?: NameClass }
  | { readonly kind: 'choice'; readonly parts: readonly NameClass[] };

export function contains(names: NameClass, ns: string, local: string): boolean {
  switch (names.kind) {
    case 'name':
      return names.local === local && names.ns === ns;
    case 'nsName':
      return names.ns === ns && !(names.except && contains(names.except, ns, local));
    case 'anyName':
      return !(names.except && contains(names.except, ns, local));
    case 'choice':
      return names.parts.some((part) => contains(part, ns, local));
  }
}

const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/XML/1998/namespace': 'xml:',
  'http://history.state.gov/frus/ns/1.0': 'frus:',
  'http://www.w3.org/1999/xlink': 'xlink:',
  'http://www.w3.org/1998/Math/MathML': 'mml:',
  'http://www.w3.org/2000/svg': 'svg:',
};

/** A name as messages print it, with the prefix that people know. */
export const printed = (ns: string, local: string): string => `${PREFIXES[ns] ?? ''}${local}`;

/** The names that a class takes, as messages print them. */
export function namesOf(names: NameClass): string[] {
  switch (names.kind) {
    case 'name':
      return [printed(names.ns, names.local)];
    case 'nsName':
      return [`any name of ${names.ns || 'no namespace'}`];
    case 'anyName':
      return ['any name'];
    case 'choice':
      return names.parts.flatMap(namesOf);
  }
}
