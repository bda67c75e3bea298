/** The editor's words in square brackets. */

import type { Region } from '../regions.js';
import { type Candidate, candidate, digits, known, sign, type Variant, variant, WORD } from './candidate.js';

const BRACKET = /\[([^[\]\u0001]{1,400})\]/g;

/** Each bracket's words: alone, with the brackets, or without the question mark or full stop that ends them. */
export function bracketed(region: Region): Candidate[] {
  const { text } = region;
  if (!text.includes('[')) return [];
  return [...text.matchAll(BRACKET)].flatMap((match) => {
    const inner = match[1]!;
    const words = (inner.toLowerCase().match(WORD) ?? []).map(digits);
    if (words.length === 0) return [];
    const start = match.index + 1 + (inner.length - inner.trimStart().length);
    const end = match.index + 1 + inner.trimEnd().length;
    const whole = match[0].length + 2 >= text.trim().length;
    const last = text[end - 1]!;
    const size = `n=${Math.min(words.length, 6)}`;
    const first = sign(`first=${words[0]}`);
    const glued = /[\p{L}\d]/u.test(text[match.index - 1] ?? ' ');
    const evidence = [
      known(size),
      first,
      sign(`last=${words.at(-1)}`),
      known(`lower=${/^\s*\p{Ll}/u.test(inner)}`),
      known(`whole=${whole}`),
      known(`${size},ends=${/[?.]/.test(last) ? last : ''},glued=${glued}`),
      ...[...new Set(words.slice(1, 7))].map((word) => sign(`w=${word}`)),
    ];
    if (words.length === 1) evidence.push(sign(`only=${inner.trim()}`));
    const outside = variant('outside', match.index, match.index + match[0].length);
    const variants: [Variant, ...Variant[]] = [variant('inside', start, end), outside];
    if (last === '.') variants.push(variant('inside-stop', start, end - 1));
    if (last === '?') variants.push(variant('inside-mark', start, end - 1));
    return [candidate(region, 'bracket', variants, evidence, [first, known(`whole=${whole}`), known(size)])];
  });
}
