/** Roman numerals. */

const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of a numeral of these letters, in either case; NaN of any other. */
export function romanValue(numeral: string): number {
  const values = [...numeral.toLowerCase()].map((letter) => VALUES[letter] ?? Number.NaN);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
