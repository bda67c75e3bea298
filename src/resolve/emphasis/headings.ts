/** The heading, the dateline, and the letters of points. */

import { NUMBER_BEFORE } from '../../text/printed-number.js';
import type { Region } from '../regions.js';
import { type Candidate, candidate, known, type Variant, variant } from './candidate.js';

/** The heading: all of it, or what stands around and in brackets. Annual volumes set it alike below a number and without. */
export function heading(region: Region, series: string): Candidate[] {
  const { text } = region;
  const from = NUMBER_BEFORE.exec(text)?.[0].length ?? 0;
  const end = text.replace(/[\s\u0001]+$/, '').length;
  if (end <= from) return [];
  const the = text.slice(from, from + 4) === 'The ';
  const evidence = [
    known(`The=${the}`),
    known(`numbered=${from > 0 && series !== 'annual'}`),
    known(`The=${the}|brackets=${text.includes('(')}`),
  ];
  const make = (kind: string, start: number, stop: number): Candidate =>
    candidate(region, kind, [variant('', start, stop)], evidence);
  const out = [make('head', from, end)];
  for (const match of text.slice(from, end).matchAll(/[^()]+/g)) {
    const piece = match[0];
    const start = from + match.index + /^[\s,]*/.exec(piece)![0].length;
    const last = from + match.index + piece.replace(/[\s,\u0001]+$/, '').length;
    if (last <= start || piece.length === end - from) continue;
    out.push(make(text[from + match.index - 1] === '(' ? 'head-name' : 'head-piece', start, last));
  }
  return out;
}

/** The dateline, with or without its full stop. */
export function dateline(region: Region): Candidate[] {
  const { text } = region;
  const received = /\s*\[Received/i.exec(text)?.index ?? text.length;
  const end = text.slice(0, received).replace(/[\s\u0001]+$/, '').length;
  const start = /^\s*/.exec(text)![0].length;
  if (end <= start) return [];
  const abbreviated = known(`abbreviated=${/[ap]\. ?m\.$/.test(text.slice(0, end))}`);
  const variants: [Variant, ...Variant[]] = [variant('all', start, end)];
  if (text[end - 1] === '.') {
    variants.push(variant('stop', start, start + text.slice(start, end - 1).trimEnd().length));
  }
  const evidence = [abbreviated, known(`bracket=${text[start] === '['}`)];
  return [
    candidate(region, 'dateline', variants, evidence, [
      abbreviated,
      known(`space=${/\s\.$/.test(text.slice(0, end))}`),
    ]),
  ];
}

const LETTER = /\(([a-z])\)/g;

/** `(a)`: the letter alone, as before 1950. */
export function letters(region: Region): Candidate[] {
  if (!region.text.includes('(')) return [];
  return [...region.text.matchAll(LETTER)].map((m) =>
    candidate(region, 'letter', [variant('', m.index + 1, m.index + 2)], []),
  );
}

const LABEL = /^\s*\(?([a-z])[.)]/;

/** The letter before an item. */
export function label(region: Region): Candidate[] {
  const match = LABEL.exec(region.text);
  if (!match) return [];
  const start = match.index + match[0].length - 2;
  return [candidate(region, 'label', [variant('', start, start + 1)], [])];
}
