/** Regular expressions of XML Schema (Part 2, appendix F) as JavaScript's, anchored at both ends. */

const NAME_START = ':A-Z_a-zÀ-ÖØ-öø-˿Ͱ-ͽͿ-῿‌‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�';
const NAME = `${NAME_START}\\-.0-9·̀-ͯ‿⁀`;

/** Escapes that differ, outside and inside a character class. */
const ESCAPES: Readonly<Record<string, readonly [string, string]>> = {
  i: [`[${NAME_START}]`, `[${NAME_START}]`],
  I: [`[^${NAME_START}]`, `[^${NAME_START}]`],
  c: [`[${NAME}]`, `[${NAME}]`],
  C: [`[^${NAME}]`, `[^${NAME}]`],
  s: ['[ \\t\\n\\r]', '[ \\t\\n\\r]'],
  S: ['[^ \\t\\n\\r]', '[^ \\t\\n\\r]'],
  d: ['\\p{Nd}', '\\p{Nd}'],
  D: ['\\P{Nd}', '\\P{Nd}'],
  w: ['[^\\p{P}\\p{Z}\\p{C}]', '[^\\p{P}\\p{Z}\\p{C}]'],
  W: ['[\\p{P}\\p{Z}\\p{C}]', '[\\p{P}\\p{Z}\\p{C}]'],
};

/** Blocks that schemas of texts ask for; JavaScript knows scripts, not blocks. */
const BLOCKS: Readonly<Record<string, string>> = {
  BasicLatin: '\\u0000-\\u007f',
  'Latin-1Supplement': '\\u0080-\\u00ff',
  'LatinExtended-A': '\\u0100-\\u017f',
  'LatinExtended-B': '\\u0180-\\u024f',
  IPAExtensions: '\\u0250-\\u02af',
  SpacingModifierLetters: '\\u02b0-\\u02ff',
  CombiningDiacriticalMarks: '\\u0300-\\u036f',
  Greek: '\\u0370-\\u03ff',
  Cyrillic: '\\u0400-\\u04ff',
  Hebrew: '\\u0590-\\u05ff',
  Arabic: '\\u0600-\\u06ff',
  GeneralPunctuation: '\\u2000-\\u206f',
  PrivateUse: '\\ue000-\\uf8ff',
};

function escapeAt(pattern: string, at: number, inClass: boolean): [js: string, length: number] {
  const c = pattern[at + 1] ?? '';
  const special = ESCAPES[c];
  if (special) return [special[inClass ? 1 : 0], 2];
  if (c === 'p' || c === 'P') {
    const [whole = '', name = ''] = /^\\[pP]\{([^}]*)\}/.exec(pattern.slice(at)) ?? [];
    if (!name.startsWith('Is')) return [whole, whole.length];
    const block = BLOCKS[name.slice(2)];
    if (block === undefined) throw new SyntaxError(`block ${name} is not known`);
    return [`[${c === 'P' ? '^' : ''}${block}]`, whole.length];
  }
  if (c === 'n' || c === 'r' || c === 't') return [`\\${c}`, 2];
  return [/[\^$\\.*+?()[\]{}|/\-&~!#%,:;<=>@`]/.test(c) ? `\\${c}` : c, 2];
}

/** A class from its `[`; JavaScript's v flag has subtraction as `--`. */
function classAt(pattern: string, from: number): [js: string, end: number] {
  let at = from + 1;
  let out = '';
  const negative = pattern[at] === '^';
  if (negative) at++;
  let minus = '';
  while (at < pattern.length && pattern[at] !== ']') {
    const c = pattern[at] as string;
    if (c === '\\') {
      const [js, length] = escapeAt(pattern, at, true);
      out += js;
      at += length;
    } else if (c === '-' && pattern[at + 1] === '[') {
      const [js, end] = classAt(pattern, at + 1);
      minus = `--${js}`;
      at = end;
    } else {
      const edge = c === '-' && (out === '' || pattern[at + 1] === ']');
      out += edge || /[()[{}/|^$&~!#%,:;<=>@`.*+?]/.test(c) ? `\\${c}` : c;
      at++;
    }
  }
  const base = `[${negative ? '^' : ''}${out}]`;
  return [minus ? `[${base}${minus}]` : base, at + 1];
}

/** @throws SyntaxError where a pattern cannot be said in JavaScript. */
export function xsdRegex(pattern: string): RegExp {
  let out = '';
  for (let at = 0; at < pattern.length; ) {
    const c = pattern[at] as string;
    if (c === '\\') {
      const [js, length] = escapeAt(pattern, at, false);
      out += js;
      at += length;
    } else if (c === '[') {
      const [js, end] = classAt(pattern, at);
      out += js;
      at = end;
    } else {
      out += c === '.' ? '[^\\n\\r]' : /[\^$/]/.test(c) ? `\\${c}` : c;
      at++;
    }
  }
  return new RegExp(`^(?:${out})$`, 'v');
}
