/** What `@rendition` of the documents that are written here points to, by id, in CSS: every one is declared in the header. */
export const DECLARED: Readonly<Record<string, string>> = { left: 'text-align: left;', right: 'text-align: right;' };
