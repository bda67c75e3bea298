/** Regular expressions of XML Schema (Part 2, appendix F) as JavaScript's, anchored at both ends. */

import { BLOCKS } from './blocks.js';

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

/** What JavaScript lets a backslash stand before, outside a class. */
const SYNTAX = /[\^$\\.*+?()[\]{}|/]/;

function escapeAt(pattern: string, at: number, inClass: boolean): [js: string, length: number] {
  const c = pattern[at + 1] ?? '';
  const special = ESCAPES[c];
  if (special) return [special[inClass ? 1 : 0], 2];
  if (c === 'p' || c === 'P') {
    const [whole = '', name = ''] = /^\\[pP]\{([^}]*)\}/.exec(pattern.slice(at)) ?? [];
    if (!name.startsWith('Is')) return [whole, whole.length];
    const block = BLOCKS.get(name.slice(2));
    if (block === undefined) throw new SyntaxError(`block ${name} is not known`);
    return [`[${c === 'P' ? '^' : ''}${block}]`, whole.length];
  }
  if (c === 'n' || c === 'r' || c === 't' || /[1-9]/.test(c)) return [`\\${c}`, 2];
  return [(inClass ? /[\^$\\.*+?()[\]{}|/\-&~!#%,:;<=>@`]/ : SYNTAX).test(c) ? `\\${c}` : c, 2];
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
export const xsdRegex = (pattern: string): RegExp =>
  new RegExp(`^(?:${translated(pattern, (c) => (c === '.' ? '[^\\n\\r]' : /[\^$/]/.test(c) ? `\\${c}` : c))})$`, 'v');

/**
 * A pattern of XPath's matches(), replace() and tokenize(): as XML Schema's, but with anchors, groups and flags (XPath functions,
 * 5.6.1).
 *
 * @throws SyntaxError where a pattern cannot be said in JavaScript, or a flag is none.
 */
export function xpathRegex(pattern: string, flags: string): RegExp {
  if (/[^imsxq]/.test(flags)) throw new SyntaxError(`“${flags}” are no flags: i, m, s, x and q are`);
  const js = `gv${/i/.exec(flags) ?? ''}${/m/.exec(flags) ?? ''}`;
  if (flags.includes('q')) return new RegExp(pattern.replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&'), js);
  const any = flags.includes('s') ? '[\\s\\S]' : '[^\\n\\r]';
  const outside = (c: string): string => {
    if (c === '.') return any;
    if (c === '/') return '\\/';
    return flags.includes('x') && /\s/.test(c) ? '' : c;
  };
  return new RegExp(translated(pattern, outside), js);
}

/** `outside` says a character that stands for itself, or for more, outside of a class. */
function translated(pattern: string, outside: (c: string) => string): string {
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
      out += outside(c);
      at++;
    }
  }
  return out;
}
