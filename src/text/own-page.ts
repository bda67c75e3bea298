/** Pages of a cable or of a facsimile are the document's own, not the volume's: their identifiers begin with the document's. */

/** `d38pg_1` is how this project writes them. */
export const ownPagePrefix = (document: string): string => `${document}pg_`;

/** Whether a page break is its document's own, by both identifiers: `d38pg_1`, or `d38-01` as electronic volumes have it. */
export const isOwnPage = (id: string | undefined, document: string | undefined): boolean =>
  Boolean(document) && (id?.startsWith(ownPagePrefix(document!)) || id?.startsWith(`${document}-`)) === true;
