/** Names of newspapers and books, and phrases known to be set in italics. */

import type { Part } from '../../features/hashed.js';
import type { Region } from '../regions.js';
import { wordAfter, wordBefore } from './beside.js';
import { type Candidate, candidate, digits, known, sign, tails, variant } from './candidate.js';
import { classOf } from './known.js';
import type { Lexicon, PhraseFound } from './lexicon.js';

const FOLLOWS = /^[.,;:)\] ]{0,3}/;

interface Around {
  readonly before: Part;
  readonly after: Part;
  readonly follows: string;
}

const around = (text: string, start: number, end: number): Around => ({
  before: sign(`<${wordBefore(text, start)}`),
  after: sign(`>${wordAfter(text, end)}`),
  follows: FOLLOWS.exec(text.slice(end, end + 3))![0],
});

/** `post, p. 12`: no post of the service, and no newspaper. */
const POINTS = /^,? ?(?:pp?\. ?\d|[Dd]oc|(?:foot)?notes?\b|[Vv]ol|[Ss]ec|[Cc]h)/;
const POST = /^post$/i;

/** A phrase that editions are known to italicise. */
function phrase(region: Region, { start, end, phrase, part }: PhraseFound): Candidate {
  const { text } = region;
  const { before, after, follows } = around(text, start, end);
  const type = known(`class=${classOf(phrase)}`);
  const evidence = [part, type, sign(`${part.text}${before.text}`), sign(`${part.text}${after.text}`), before, after];
  const shape = [part, known(follows), sign(`${part.text}${follows}`), sign(`${type.text}${follows}`)];
  return candidate(region, 'phrase', tails(text, start, end), evidence, shape);
}

const NAME_BEFORE = /(?:\p{Lu}[\p{L}’'.-]* (?:(?:of|and|the|for|de|la|du) )?){1,4}$/u;

/** A name that ends in a word of newspapers' names: "Rangoon Daily Gazette". */
function paper(region: Region, { start, end, phrase }: PhraseFound): Candidate[] {
  const { text } = region;
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, start - 48), start))?.[0].replace(/^(?:The|In|See) /, '');
  if (!name || /^\p{Lu}\S*\. $/u.test(name)) return [];
  const from = start - name.length;
  const { before, after, follows } = around(text, from, end);
  const evidence = [sign(`w=${phrase}`), before, after, known(`n=${name.split(' ').length}`)];
  return [candidate(region, 'paper', tails(text, from, end), evidence, [known(follows)])];
}

const CITED = /,? (?:pp?\. ?\d|\((?:[A-Z][\p{L}. ]+[:,]|\p{L}+ ?\d{4})|vol(?:s|ume)?\b)/gu;
const TITLE =
  /(?:^|(?:\bsee|\bin|\balso|\bhis|\bher|,|\(|;|\bof the|\bby) )(\p{Lu}[\p{L}\d’'.:–-]*(?:,? (?:\p{Lu}[\p{L}\d’'.:–-]*|of|the|and|in|on|for|to|a|an|at|by|with|from|\d[\d–-]*))*)$/u;

/** The title of a book or periodical before its page: "see Lowell, The Long Strait, p. 12". */
function titles(region: Region): Candidate[] {
  if (region.note === undefined) return [];
  const { text } = region;
  const out: Candidate[] = [];
  CITED.lastIndex = 0;
  for (let match = CITED.exec(text); match; match = CITED.exec(text)) {
    const near = text.slice(Math.max(0, match.index - 110), match.index);
    const found = TITLE.exec(near)?.[1];
    if (!found) continue;
    const cuts = [0, ...[...found.matchAll(/, (?=\p{Lu})/gu)].map((cut) => cut.index + 2)];
    const from = cuts.filter((cut) => / /.test(found.slice(cut))).at(-1);
    if (from === undefined || /\b(?:Document|Foreign Relations)\b/.test(found)) continue;
    const end = match.index;
    const start = end - found.length + from;
    const { before } = around(text, start, end);
    const words = found.slice(from).split(' ');
    const evidence = [
      before,
      known(`cited=${digits(match[0].slice(0, 5))}`),
      known(`n=${Math.min(words.length, 6)}`),
      known(`cuts=${cuts.length}`),
      sign(`first=${words[0]}`),
      sign(`last=${digits(words.at(-1)!)}`),
    ];
    const variants = tails(text, start, end);
    if (from > 0) variants.push(variant('whole', end - found.length, end));
    out.push(candidate(region, 'title', variants, evidence, [known(`cuts=${cuts.length}`)]));
  }
  return out;
}

/** Names and phrases of a region. */
export function names(region: Region, lexicon: Lexicon): Candidate[] {
  const found = lexicon.find(region.text);
  const out: Candidate[] = [];
  for (const one of found) {
    if (one.paper) out.push(...paper(region, one));
    else if (!POST.test(one.phrase) || POINTS.test(region.text.slice(one.end, one.end + 9)))
      out.push(phrase(region, one));
  }
  return [...out, ...titles(region)];
}
