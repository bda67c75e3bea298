/**
 * A copy of a short text that doesn't hold on to the long one that it was cut from: keys of objects are the engine's own. Of
 * an object without a prototype, as for each name of another the engine would keep a shape.
 */
export function ownText(text: string): string {
  const keyed = Object.create(null) as Record<string, 0>;
  keyed[text] = 0;
  return Object.keys(keyed)[0]!;
}
