/** Names that findings carry besides those of the house rules. */

/** What keeps a file from being read at all: the rest of the checks would speak of something else. */
export const UNREAD: ReadonlySet<string> = new Set(['well-formed', 'encoding', 'limit', 'doctype']);

/** What is found in a file that can be read. */
export const LAYERS: ReadonlySet<string> = new Set(['schema', 'xml-id', 'schematron', 'xml-model', 'engine']);
