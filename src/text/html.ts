/** Text in HTML. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as HTML has it, in elements and in attributes between double quotes. */
export const escaped = (value: string): string => value.replace(/[&<>"]/g, (c) => ENTITIES[c]!);
