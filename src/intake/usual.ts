/** The most frequent of some lengths in points, to half a point; of those as frequent, the least. Lengths below 0 don't count. */
export function usual(lengths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) {
    const rounded = Math.round(length * 2) / 2;
    if (rounded > 0) counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 0;
}
