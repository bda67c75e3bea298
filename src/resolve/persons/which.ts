/** The choice of which names are marked, which `--persons` offers. */

export const WHICH_PERSONS = ['listed', 'all', 'none'] as const;
/**
 * Which names are marked: of the list (without a list whoever is recognised), also those that no list has, or none.
 * @useDeclaredType
 */
export type WhichPersons = (typeof WHICH_PERSONS)[number];
export const DEFAULT_PERSONS: WhichPersons = 'listed';
