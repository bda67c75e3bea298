/** Long lists of names, as they are told: the first few, and how many more there are. */

const FEW = 3;

export const few = (names: readonly string[]): string =>
  `${names.slice(0, FEW).join(', ')}${names.length > FEW ? ` and ${names.length - FEW} more` : ''}`;
