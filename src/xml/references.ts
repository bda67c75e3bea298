/** References to characters, as XML writes them: `&amp;`, `&#8211;`. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The character that a reference such as `amp`, `#8211` or `#x2013` stands for; undefined for an entity not of XML's own. */
export function referenced(name: string): string | undefined {
  if (name.charCodeAt(0) !== 35) return NAMED[name];
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** A text with its references resolved; those to entities not of XML's own stay. */
export const withoutReferences = (raw: string): string =>
  raw.includes('&') ? raw.replace(/&([^;&\s]+);/g, (all, name: string) => referenced(name) ?? all) : raw;
