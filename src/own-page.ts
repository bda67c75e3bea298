/** The pages of a cable are its own, not the volume's: their identifiers begin with the document's, `d38pg_1`. */

export const ownPagePrefix = (document: string): string => `${document}pg_`;

/** Whether a page break is its document's own, by both identifiers. */
export const isOwnPage = (id: string | undefined, document: string | undefined): boolean =>
  Boolean(document) && id?.startsWith(ownPagePrefix(document!)) === true;
