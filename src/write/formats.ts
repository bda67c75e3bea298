/** The names of the output formats. */

export const FORMAT_NAMES = ['tei', 'div', 'json'] as const;
export type Format = (typeof FORMAT_NAMES)[number];
