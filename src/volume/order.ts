/** Names in the order of the numbers in them: d2 before d10, d9 before d9A. */

const PARTS = /\d+|\D+/g;

/** Compare two names part by part, digits as numbers; the same everywhere, whatever the locale. */
export function byNumber(a: string, b: string): number {
  const [as, bs] = [a.match(PARTS) ?? [], b.match(PARTS) ?? []];
  for (let i = 0; i < Math.min(as.length, bs.length); i++) {
    const [x, y] = [as[i]!, bs[i]!];
    if (x === y) continue;
    const numbers = /^\d/.test(x) && /^\d/.test(y);
    if (numbers && Number(x) !== Number(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return as.length - bs.length;
}
