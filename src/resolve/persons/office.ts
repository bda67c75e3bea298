/** The office beside a name tells who of namesakes is meant: `Secretary of State Rusk`, `the Ambassador in Ruritania (Harker)`. */

import { TITLES } from '../../authority/titles.js';
import type { Token } from '../tokens.js';
import type { Candidate } from './candidates.js';
import { SYNONYMS } from './neighbours.js';
import { heldTitle, shareHeld, tellingWords } from './offices.js';

/** How sure an office of one of the namesakes makes that the edition links him. */
export const GIVEN_BY_OFFICE = 0.6;

/**
 * With a lower score for the holder, or a higher one for nobody, editions mostly leave the name without a link, or untagged; an office of
 * several words, `Secretary of State`, is linked from less on.
 */
const [LEAST, LEAST_OF_SEVERAL_WORDS] = [0.1, 0.05];
const MOST_NOBODY = 0.45;

/**
 * Titles with which editions mostly link the holder. With others (`President Johnson`, `Under Secretary Rostow`) most volumes leave
 * namesakes open, or untagged, throughout.
 */
const TELLING = new Set([
  'ambassador',
  'senator',
  'general',
  'admiral',
  'governor',
  'prime minister',
  'foreign minister',
  'foreign secretary',
  'attorney general',
]);

const isTelling = (title: readonly string[]): boolean => title.includes('of') || TELLING.has(title.join(' '));

/** The longest title and the longest phrase before a bracket, in words; the longest row, in names before the one at hand. */
const [LONGEST_TITLE, LONGEST_PHRASE, LONGEST_ROW] = [8, 16, 5];

/** A phrase before a bracket tells an office with so many telling words; of these the holder has such a share, and others so much less. */
const [TELLING_WORDS, SHARE, AHEAD] = [4, 0.6, 0.3];

/** After these `to` belongs to the office: `Assistant to the President`; after other words it begins another party. */
const TAKES_TO = new Set(
  'assistant adviser advisor aide ambassador counselor counsellor consultant delegate deputy envoy liaison representative secretary'.split(
    ' ',
  ),
);

const isName = ({ shape }: Token): boolean => shape === 'c' || shape === 'u';
const isPlural = ({ fold, word }: Token): boolean => !TITLES.has(fold) && TITLES.has(word.singular ?? '');
const isTitle = (token: Token): boolean => TITLES.has(token.fold) || isPlural(token);

function titleWord(token: Token): string {
  const word = isPlural(token) ? token.word.singular! : token.fold;
  return SYNONYMS[word] ?? word;
}

const isClose = ({ gap }: Token): boolean => gap === 'space' || gap === 'stop';

/** Where the title before token `first` ends: right before it, or before the first of a row, `Senators Anderson and Fulbright`. */
function endOfTitle(tokens: readonly Token[], first: number): number {
  let at = first;
  for (let names = 0; at > 2 && (tokens[at - 1]!.fold === 'and' || tokens[at]!.gap === 'comma'); names++) {
    if (names === LONGEST_ROW) return 0;
    at -= tokens[at - 1]!.fold === 'and' ? 2 : 1;
    if (!isName(tokens[at]!) || isTitle(tokens[at]!)) return 0;
  }
  return at === first || isPlural(tokens[at - 1]!) ? at : 0;
}

/** The whole title before token `first`: `Deputy Under Secretary of State`; empty where there is none. */
function titleBefore(tokens: readonly Token[], first: number): string[] {
  const end = endOfTitle(tokens, first);
  let begin = end;
  for (let at = end - 1; at >= 0 && end - at <= LONGEST_TITLE; at--) {
    const token = tokens[at]!;
    if (!isClose(tokens[at + 1]!) || token.possessive) break;
    if (isName(token) && isTitle(token)) begin = at;
    else if (!(isName(token) || (at < end - 1 && (token.fold === 'of' || token.fold === 'the')))) break;
  }
  if (begin === end || tokens[begin - 1]?.fold === 'former') return [];
  return tokens.slice(begin, end).map(titleWord);
}

/** The telling words before a name in brackets, back to where another party's begin. */
function phraseBefore(tokens: readonly Token[], first: number, text: string): string[] {
  let begin = first;
  while (begin > 0 && first - begin < LONGEST_PHRASE) {
    const { gap, start } = tokens[begin]!;
    const { end, fold } = tokens[begin - 1]!;
    if (gap === 'edge' || fold === 'from' || fold === 'between') break;
    if (fold === 'to' && !TAKES_TO.has(tokens[begin - 2]?.fold ?? '')) break;
    if (begin < first && (gap === 'break' || /[()]/.test(text.slice(end, start)))) break;
    begin--;
  }
  return tellingWords(tokens.slice(begin, first).map(({ fold }) => fold));
}

/** The index of what is ahead of all others; undefined where nothing is. */
function ahead(shares: readonly number[]): number | undefined {
  const best = shares.indexOf(Math.max(...shares));
  const isAhead = shares.every((share, i) => i === best || shares[best]! - share >= AHEAD);
  return shares[best]! >= SHARE && isAhead ? best : undefined;
}

/** Who held the office, and the score that he needs. */
function holder(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  text: string,
  month: number | undefined,
): readonly [holder: number | undefined, least: number] | undefined {
  const { first } = candidates[0]!;
  if (first === 0) return undefined;
  if (text[tokens[first]!.start - 1] === '(') {
    const phrase = phraseBefore(tokens, first, text);
    if (phrase.length < TELLING_WORDS) return undefined;
    return [ahead(candidates.map(({ person }) => shareHeld(person, phrase, month))), LEAST];
  }
  const title = titleBefore(tokens, first);
  if (!isTelling(title)) return undefined;
  const least = title.length > 1 ? LEAST_OF_SEVERAL_WORDS : LEAST;
  return [ahead(candidates.map(({ person }) => (heldTitle(person, title, month) ? 1 : 0))), least];
}

const isBare = ({ given, form: { kind } }: Candidate): boolean =>
  given.length === 0 && kind !== 'given' && kind !== 'rank';

/**
 * The number of the one of several namesakes who held the office beside the name in the document's month; undefined where none did, or
 * more. `scores`: of the candidates, then of nobody.
 */
export function byOffice(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  text: string,
  month: number | undefined,
  scores: readonly number[],
): number | undefined {
  const { length } = candidates;
  if (length < 2 || scores[length]! > MOST_NOBODY) return undefined;
  if (!candidates.every((c) => isBare(c) && c.first === candidates[0]!.first)) return undefined;
  const [found, least] = holder(candidates, tokens, text, month) ?? [];
  return found !== undefined && scores[found]! >= least! ? found : undefined;
}
