/** Lists that the engine compiles code for once. */

/**
 * What `list.map(make)` gives. The arrays that V8's interpreter makes by `map` are of another kind (packed) than those that its compiled
 * code makes (holey): when a `map` is compiled, all compiled code that reads its arrays is thrown away and compiled anew. These are always
 * of one kind; for lists that much code reads.
 */
export function packed<Item, Made>(list: readonly Item[], make: (item: Item, index: number) => Made): Made[] {
  const out: Made[] = [];
  for (let i = 0; i < list.length; i++) out.push(make(list[i]!, i));
  return out;
}
