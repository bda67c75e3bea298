/**
 * Names of persons without a list: each capitalised word is or isn't part of a name, decided from left to right by a
 * log-linear model over its form, its neighbours and its use in the rest of the text. Runs of such words are names.
 */

import { ARTICLES, SUFFIXES, TITLES } from '../../authority/titles.js';
import { isCommonWord } from '../../authority/words.js';
import type { Emit } from '../../features/hashed.js';
import { HashedWeights, type Weights } from '../../features/weights.js';
import { madeOnce } from '../../made-once.js';
import { loadModel, type Provenance, sigmoid } from '../../model.js';
import type { Token } from '../tokens.js';
import { isNoPerson } from './no-persons.js';
import { eligible, isPlace, type KnownWords, wordFacts } from './word-classes.js';
import { emitOwn, emitRun } from './word-features.js';

/** `src/models/recogniser.json`. */
export interface RecogniserModel {
  readonly trainedOn: Provenance;
  readonly weights: Weights;
  /** Folded surnames of all lists, blank-separated. */
  readonly surnames: string;
  /** Folded one-word forms of all lists of terms. */
  readonly terms: string;
}

/** A name and the least probability of its words. */
export interface RecognisedName {
  readonly start: number;
  readonly end: number;
  readonly p: number;
}

interface Prepared extends KnownWords {
  readonly weights: HashedWeights;
}

const prepare = madeOnce(
  ({ weights, surnames, terms }: RecogniserModel): Prepared => ({
    weights: new HashedWeights(weights),
    surnames: new Set(surnames.split(' ')),
    terms: new Set(terms.split(' ')),
  }),
);

/** A word is part of a name from this probability on; where the same word is surely one elsewhere in the text, from the other. */
const [THRESHOLD, SEEN] = [0.5, 0.2];
/** How probable is sure. */
const SURE = 0.9;

/** Whether a token goes on with the word before it, as far as a name may. */
function joins(tokens: readonly Token[], i: number, surnames: ReadonlySet<string>): boolean {
  const token = tokens[i]!;
  const before = tokens[i - 1]!;
  if (before.possessive) return false;
  if (token.gap === 'stop') return before.text.length <= 3;
  if (token.gap === 'comma') return SUFFIXES.has(token.fold);
  // `Eden-Dulles` are two; `Kai-shek` is one, though lists have both words.
  if (token.gap === 'hyphen') return token.shape === 'l' || !(surnames.has(token.fold) && surnames.has(before.fold));
  return token.gap === 'space';
}

/** `as` in `Anwar as-Sadat`. */
const isArticle = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.shape === 'l' && ARTICLES.has(tokens[i]!.fold) && tokens[i + 1]?.gap === 'hyphen';

const NONE: ReadonlySet<number> = new Set();

/** Whether one of the line ends that the output keeps stands between two offsets. */
function isParted(from: number, to: number, lineEnds: ReadonlySet<number>): boolean {
  if (lineEnds.size > 0) for (let at = from; at < to; at++) if (lineEnds.has(at)) return true;
  return false;
}

/** The names in a text, in order; titles and a possessive ’s are outside. None runs over one of `lineEnds` (offsets). */
export function recogniseNames(
  text: string,
  tokens: readonly Token[],
  lineEnds: ReadonlySet<number> = NONE,
  model: RecogniserModel = loadModel<RecogniserModel>('recogniser'),
): RecognisedName[] {
  const ready = prepare(model);
  const { weights, surnames } = ready;
  const facts = wordFacts(tokens);
  const sums: number[] = [];
  let total = 0;
  const add: Emit = (a, b, c, d) => {
    total += weights.of(a, b, c, d);
  };
  const score = (i: number, after: boolean): number => {
    total = sums[i] ?? 0;
    if (sums[i] === undefined) {
      emitOwn(tokens, i, facts, ready, add);
      sums[i] = total;
    }
    emitRun(tokens, i, after, facts, ready, add);
    return sigmoid(total);
  };
  const alone = tokens.map((token, i) => (eligible(tokens, i) && token.shape !== 'l' ? score(i, false) : 0));
  const sure = new Set<string>();
  alone.forEach((p, i) => {
    const token = tokens[i]!;
    if (p >= SURE && token.shape !== 'i' && !isCommonWord(token.fold)) sure.add(token.fold);
  });
  const names: RecognisedName[] = [];
  let first = -1;
  let least = 1;
  const close = (last: number): void => {
    const name = first < 0 ? undefined : trimmed(tokens, first, last);
    if (name && !isNoPerson(tokens, name.first, name.last, facts)) {
      const end = tokens[name.last]!.end;
      const stop = text[end] === '.' && /^[JS]r$/i.test(tokens[name.last]!.text) ? 1 : 0;
      names.push({ start: tokens[name.first]!.start, end: end + stop, p: least });
    }
    first = -1;
    least = 1;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const joined = first >= 0 && joins(tokens, i, surnames) && !isParted(tokens[i - 1]!.end, token.start, lineEnds);
    if (!joined) close(i - 1);
    if (
      joined &&
      ((SUFFIXES.has(token.fold) && token.shape !== 'i') ||
        (token.gap === 'hyphen' && token.shape === 'l' && !isCommonWord(token.fold)) ||
        isArticle(tokens, i))
    )
      continue;
    if (!eligible(tokens, i)) {
      close(i - 1);
      continue;
    }
    const p = first < 0 && token.shape !== 'l' ? alone[i]! : score(i, first >= 0);
    if (p < (sure.has(token.fold) ? SEEN : THRESHOLD)) close(i - 1);
    else {
      if (first < 0) first = i;
      least = Math.min(least, p);
    }
  }
  close(tokens.length - 1);
  return names;
}

/** What documents call their parts, titles that the lists lack, and greetings: with a capital, but no names. */
const FORM_WORDS = new Set(
  'inclosure inclosures subinclosure enclosure enclosures subenclosure subenclosures annexure annexures subannex herewith commissar commissars hello'.split(
    ' ',
  ),
);

/** A place alone in its block heads what follows. */
const isHeading = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.gap === 'edge' && (tokens[at + 1]?.gap ?? 'edge') === 'edge' && isPlace(tokens[at]!.text);

/** The first token after a `P.S.` or `P.P.S.` that opens a sentence. */
function afterPostscript(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[from]!.gap === 'space') return from;
  let at = from;
  while (at < to && tokens[at]!.text === 'P') at++;
  return at > from && at < to && tokens[at]!.text === 'S' ? at + 1 : from;
}

/** Without titles and loose particles at its edges; undefined where no name is left. */
function trimmed(tokens: readonly Token[], from: number, to: number): { first: number; last: number } | undefined {
  let [first, last] = [afterPostscript(tokens, from, to), to];
  const leads = ({ fold, shape }: Token): boolean => FORM_WORDS.has(fold) || (TITLES.has(fold) && shape !== 'i');
  while (first < last && leads(tokens[first]!)) first++;
  while (last > first && FORM_WORDS.has(tokens[last]!.fold)) last--;
  while (last > first && tokens[last]!.shape === 'l' && tokens[last]!.gap !== 'hyphen') last--;
  const words = tokens.slice(first, last + 1).filter((t) => t.shape !== 'l' && t.shape !== 'i' && t.text.length > 1);
  if (words.length === 0 || FORM_WORDS.has(tokens[first]!.fold)) return undefined;
  return first === last && isHeading(tokens, first) ? undefined : { first, last };
}
