/**
 * How many of `list`, from its first on, `holds` says yes of, found by halving: what holds must stand before what doesn't, as where a
 * sorted list is asked which begin before a place.
 */
export function countWhile<T>(list: ArrayLike<T>, holds: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
