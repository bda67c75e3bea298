/** Text in HTML. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escaped = (value: string): string => value.replace(/[&<>"]/g, (c) => ENTITIES[c]!);
