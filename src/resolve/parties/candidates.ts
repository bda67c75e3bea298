/** What of a party could be tagged: the institution, or the person in brackets or at its end. */

import { fold } from '../../authority/fold.js';
import { TITLES } from '../../authority/titles.js';
import { packed } from '../../packed.js';
import type { TextRange } from '../../text-range.js';
import { type Heading, INSTITUTION, type Party } from './head.js';

export interface Candidate extends TextRange {
  readonly element: 'gloss' | 'persName';
  readonly features: readonly string[];
}

const NAME_WORD = /^(?:\p{Lu}[\p{L}’'-]*\.?|(?:de|da|di|du|van|von|der|den|la|le|el|al|bin|ibn|ul|y|St)\b\.?)[,]?$/u;
const CUT = /,?\s(?:at|in|en route to|aboard|on|for|and|of|\()\s?|,\s/gi;
const WORD = /[^\s\u0001()]+/g;

interface Word extends TextRange {
  readonly text: string;
}

function words(text: string, { start, end }: TextRange): Word[] {
  return packed([...text.slice(start, end).matchAll(WORD)], (match) => ({
    text: match[0],
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

const trimmed = (text: string, start: number, end: number): TextRange => ({
  start,
  end: start + text.slice(start, end).replace(/[\s,\u0001]+$/, '').length,
});

/** What is the same for all candidates of a party. */
function shared(heading: Heading, party: Party, late: boolean): string[] {
  const { kind, opening } = heading;
  return [`role=${party.role}`, `kind=${kind}`, `opening=${opening}`, ...(late ? ['late'] : [])];
}

/** The institution ends with the party, or before "at Geneva", ", at Paris", "and the …". */
function institutions(
  text: string,
  heading: Heading,
  party: Party,
  common: readonly string[],
  all: readonly Word[],
): Candidate[] {
  const inside = text.slice(party.start, party.end);
  const cuts = packed([...inside.matchAll(CUT)], (m) => ({ at: party.start + m.index, by: m[0].trim().toLowerCase() }));
  const first = all[0]?.text.toLowerCase() ?? '';
  const second = all[1]?.text.toLowerCase() ?? '';
  const same = [
    'gloss',
    `g.first=${first}`,
    `g.start=${first} ${second}`,
    `g.article=${party.article}`,
    `g.article=${party.article}|${first}`,
    `g.kind=${heading.kind}|${party.role}|${first}`,
    ...common.map((feature) => `g.${feature}`),
  ];
  return [...cuts, { at: party.end, by: '' }].flatMap(({ at, by }, i) => {
    const { start, end } = trimmed(text, party.start, at);
    if (end <= start) return [];
    const last = all.findLast((word) => word.start < end)?.text.toLowerCase() ?? '';
    const noun = INSTITUTION.test(text.slice(start, end));
    const features = [
      ...same,
      `g.cut=${by}`,
      `g.first=${first}|${by}`,
      `g.piece=${text.slice(start, end).toLowerCase()}`,
      `g.last=${last}`,
      `g.noun=${noun}|${party.article}`,
      `g.cuts=${i}`,
    ];
    return [{ element: 'gloss' as const, start, end, features }];
  });
}

function bracketed(text: string, party: Party, common: readonly string[]): Candidate[] {
  const inside = text.slice(party.start, party.end);
  return [...inside.matchAll(/\(\s*([^()]+?)\s*\)/g)].map((match) => {
    const start = party.start + match.index + match[0].indexOf(match[1]!);
    const end = start + match[1]!.length;
    const mine = words(text, { start, end });
    const named = mine.every((word) => NAME_WORD.test(word.text));
    const before = words(text, { start: party.start, end: start }).at(-1)?.text ?? '';
    const features = [
      'bracket',
      `b.named=${named}`,
      `b.n=${Math.min(mine.length, 5)}`,
      `b.before=${before}`,
      `b.after=${party.end - end > 2}`,
      ...mine.map((word) => `b.word=${word.text}`),
      ...common.map((feature) => `b.${feature}`),
    ];
    return { element: 'persName' as const, start, end, features };
  });
}

/** A name at the end of the party, or before "of the …": "Secretary of State Dulles", "Robert Komer of the Staff". */
function plainNames(text: string, party: Party, common: readonly string[], all: readonly Word[]): Candidate[] {
  const out: Candidate[] = [];
  const noun = INSTITUTION.test(text.slice(party.start, party.end));
  for (let first = 0; first < all.length; first++) {
    for (let count = 1; count <= 5 && first + count <= all.length; count++) {
      const mine = all.slice(first, first + count);
      if (!mine.every((word) => NAME_WORD.test(word.text)) || !/^\p{Lu}/u.test(mine[0]!.text)) break;
      const lastWord = mine[count - 1]!;
      if (mine.slice(0, -1).some((word) => word.text.endsWith(',') && !/^Jr/.test(mine[count - 1]!.text))) break;
      const next = all[first + count]?.text ?? '';
      if (/^\p{Lu}/u.test(next) && !lastWord.text.endsWith(',')) continue;
      const end = lastWord.text.endsWith(',') ? lastWord.end - 1 : lastWord.end;
      const before = all[first - 1]?.text ?? '^';
      const features = [
        'name',
        `n.n=${count}`,
        `n.before=${before}`,
        `n.before=${all[first - 2]?.text ?? '^'} ${before}`,
        `n.next=${next.toLowerCase()}${lastWord.text.endsWith(',') ? ',' : ''}`,
        `n.first=${first === 0}|${party.article}`,
        `n.start=${all[0]!.text}|${first}`,
        `n.initial=${mine.some((word) => /^\p{Lu}\.$/u.test(word.text))}|${count}`,
        `n.article=${party.article}`,
        `n.noun=${noun}`,
        `n.titled=${TITLES.has(fold(before))}|${count}`,
        ...mine.map((word) => `n.word=${word.text}`),
        ...common.map((feature) => `n.${feature}`),
      ];
      out.push({ element: 'persName', start: mine[0]!.start, end, features });
    }
  }
  return out;
}

const NAMED = /\(\s*(?:(?:van|von|de|da|di|du|del|der|den|ter|ten|la|le|el|al)\s+){0,2}\p{Lu}[^()]*\)/u;

/** All that could be tagged in a party: the name in brackets where there is one, else an institution or a plain name. */
export function candidates(text: string, heading: Heading, party: Party, late: boolean): Candidate[] {
  const common = shared(heading, party, late);
  if (NAMED.test(text.slice(party.start, party.end))) return bracketed(text, party, common);
  const all = words(text, party);
  const names = party.article ? [] : plainNames(text, party, common, all);
  return [...institutions(text, heading, party, common, all), ...names];
}
