/** Identifiers of documents, as editions make them of the printed numbers: `d38`, `d9A`. */

const ID = /^d(\d+[A-Za-z]?)$/;

/** The printed number that an identifier is made of; undefined where it is of another form. */
export const numberInId = (id: string): string | undefined => ID.exec(id)?.[1];
