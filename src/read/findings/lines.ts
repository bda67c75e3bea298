/** How messages call lines that they speak of. */

/** `this line`, `3 lines`. */
export const theseLines = ({ length }: readonly unknown[]): string => (length === 1 ? 'this line' : `${length} lines`);
