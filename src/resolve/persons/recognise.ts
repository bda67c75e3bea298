/**
 * Names of persons without a list: each capitalised word is or isn't part of a name, decided from left to right by a
 * log-linear model over its form, its neighbours and its use in the rest of the text. Runs of such words are names.
 */

import { PARTICLES, SUFFIXES, TITLES } from '../../authority/titles.js';
import { capitalUse, isCommonWord, isForename } from '../../authority/words.js';
import { loadModel, type Provenance, sigmoid } from '../../model.js';
import type { Weights } from '../choice.js';
import { zoneOf } from '../dates/posts.js';
import type { Token } from '../tokens.js';

/** `src/models/recogniser.json`. */
export interface RecogniserModel {
  readonly trainedOn: Provenance;
  readonly weights: Readonly<Record<string, number>>;
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

/** What a text tells about a word before it is decided. */
export interface WordFacts {
  /** After a title, a forename or an initial somewhere. */
  readonly titled: ReadonlySet<string>;
  /** Written in lower case somewhere. */
  readonly lower: ReadonlySet<string>;
  /** Classes of tokens by index, filled as they are asked for. */
  readonly classes: (string | undefined)[];
}

/** Titles that only persons bear; `Foreign`, `Deputy` and the like also begin names of offices. */
const PERSONAL = new Set(
  (
    'mr mrs ms miss messrs dr prof professor sir dame lord lady king queen prince princess general gen lieutenant lt major maj ' +
    'colonel col captain capt admiral adm marshal ambassador amb minister premier president chairman secretary secy senator sen ' +
    'congressman governor gov judge justice chancellor madame mme monsieur señor herr archbishop cardinal shah sheikh emperor sultan ' +
    'generalissimo comrade commander director consul counselor primin fonmin'
  ).split(' '),
);

const NEAR = new Set<Token['gap']>(['space', 'stop', 'hyphen']);

const cased = (token: Token): boolean => token.shape === 'c' || token.shape === 'u' || token.shape === 'i';

/** Blocks in which places are named, not persons. */
const OUTSIDE = new Set<Token['region']>(['dateline', 'sourceLine']);

/** Whether a token can be part of a name at all. */
export function eligible(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (OUTSIDE.has(token.region)) return false;
  if (cased(token)) return true;
  const next = tokens[i + 1];
  return token.shape === 'l' && PARTICLES.has(token.fold) && next !== undefined && cased(next) && NEAR.has(next.gap);
}

/** First pass over a text. */
export function wordFacts(tokens: readonly Token[]): WordFacts {
  const titled = new Set<string>();
  const lower = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.shape === 'l') lower.add(token.fold);
    const before = tokens[i - 1];
    if (!before || !cased(token) || token.shape === 'i' || !NEAR.has(token.gap) || !cased(before)) continue;
    if (before.shape === 'i' || PERSONAL.has(before.fold) || (isForename(before.fold) && token.shape === 'c'))
      titled.add(token.fold);
  }
  return { titled, lower, classes: [] };
}

/** The words that lists of the corpus hold. */
export interface KnownWords {
  readonly surnames: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

const places = new Map<string, boolean>();

function isPlace(word: string): boolean {
  let known = places.get(word);
  if (known === undefined) {
    known = zoneOf(word) !== undefined;
    places.set(word, known);
  }
  return known;
}

/** `FonMin`, `MisOff`, but not McGhee, MacArthur, DeGaulle or O’Neill. */
const BLEND = /^(?!Mc|Mac|De|Di|La|Le|Du|Van|Von|Fitz|O[’'])\p{Lu}\p{Ll}+\p{Lu}/u;

function classOf(token: Token | undefined, { surnames, terms }: KnownWords): string {
  if (!token) return 'edge';
  if (token.shape === 'd') return 'digit';
  if (token.shape === 'l') return PARTICLES.has(token.fold) ? 'particle' : TITLES.has(token.fold) ? 'ltitle' : 'lower';
  if (token.shape === 'i') return 'initial';
  if (PERSONAL.has(token.fold)) return 'personal';
  if (TITLES.has(token.fold)) return 'title';
  if (SUFFIXES.has(token.fold)) return 'suffix';
  const known = `${surnames.has(token.fold) ? '+' : ''}${isPlace(token.text) ? '@' : ''}${terms.has(token.fold) ? '*' : ''}`;
  if (BLEND.test(token.text)) return `blend${known}`;
  if (isForename(token.fold)) return `forename${known}`;
  if (isCommonWord(token.fold)) return `word${known}`;
  return token.shape === 'u' ? `upper${known}` : `name${known}`;
}

/** Features of token `i`, given whether the one before is part of a name. */
export function tokenFeatures(
  tokens: readonly Token[],
  i: number,
  after: boolean,
  facts: WordFacts,
  known: KnownWords,
): string[] {
  return [...ownFeatures(tokens, i, facts, known), runFeature(tokens, i, after, facts, known)];
}

/** The one feature that depends on whether the token before is part of a name. */
const runFeature = (tokens: readonly Token[], i: number, after: boolean, facts: WordFacts, known: KnownWords): string =>
  `run=${after ? 'in' : 'out'}|${tokens[i]!.gap}|${classAt(tokens, i, facts, known)}`;

function classAt(tokens: readonly Token[], i: number, { classes }: WordFacts, known: KnownWords): string {
  classes[i] ??= classOf(tokens[i], known);
  return classes[i];
}

/** What the features of a token are made of. */
interface Look {
  readonly token: Token;
  readonly own: string;
  readonly use: string;
  readonly left: string;
  readonly right: string;
  /** The words beside it in the same block, and the classes of those beyond them. */
  readonly before: string | undefined;
  readonly beyondLeft: string | undefined;
  readonly after: string | undefined;
  readonly beyondRight: string | undefined;
  readonly titled: boolean;
  readonly lower: boolean;
}

const parted = (gap: Token['gap']): boolean => gap === 'edge' || gap === 'break';
const spaced = (gap: Token['gap']): string => (gap === 'space' ? '' : gap);

function look(tokens: readonly Token[], i: number, facts: WordFacts, known: KnownWords): Look {
  const token = tokens[i]!;
  const { fold: word, gap } = token;
  const before = parted(gap) ? undefined : tokens[i - 1];
  const next = tokens[i + 1];
  const after = next && !parted(next.gap) ? next : undefined;
  const further = tokens[i + 2];
  return {
    token,
    own: classAt(tokens, i, facts, known),
    use: capitalUse(word),
    left: `${spaced(gap)}${before ? classAt(tokens, i - 1, facts, known) : ''}`,
    right: after ? `${spaced(after.gap)}${classAt(tokens, i + 1, facts, known)}` : (next?.gap ?? 'edge'),
    before: before?.fold,
    beyondLeft:
      before && !parted(before.gap) && tokens[i - 2] ? classAt(tokens, i - 2, facts, known) : undefined,
    after: after?.fold,
    beyondRight: after && further && !parted(further.gap) ? classAt(tokens, i + 2, facts, known) : undefined,
    titled: facts.titled.has(word),
    lower: facts.lower.has(word),
  };
}

/**
 * All other features, in groups that depend on a few of a token's traits each. The same traits come again and again: the
 * weights of a group are summed once for each `key`.
 */
interface FeatureGroup {
  readonly key: (seen: Look) => string;
  readonly features: (seen: Look) => string[];
}

const GROUPS: readonly FeatureGroup[] = [
  {
    key: ({ token, own, left, right }) => `${own} ${left} ${right} ${token.shape} ${token.region}`,
    features: ({ token, own, left, right }) => [
      'bias',
      `own=${own}`,
      `own=${own}|${token.shape}|${token.region}`,
      `own=${own}|<${left}`,
      `own=${own}|>${right}`,
      `own=${own}|<${left}|>${right}`,
    ],
  },
  {
    key: ({ token, own, use, left, titled, lower }) => `${use} ${left} ${own} ${titled} ${lower} ${token.possessive}`,
    features: ({ token, own, use, left, titled, lower }) => [
      `use=${use}`,
      `use=${use}|<${left}`,
      `titled=${titled}|${own}`,
      `titled=${titled}|${use.split(':')[0]}`,
      `lower=${lower}|${own}`,
      `possessive=${token.possessive}|${own}`,
    ],
  },
  {
    key: ({ token, own, use }) => `${token.fold} ${own} ${token.shape} ${use === '-'}`,
    features: ({ token: { fold: word, shape }, own, use }) => [
      `end=${word.slice(-3)}`,
      `end=${word.slice(-2)}|${own}`,
      `size=${Math.min(8, word.length)}|${shape}`,
      ...(use === '-' ? [] : [`word=${word}`]),
    ],
  },
  {
    key: ({ before, own, left, beyondLeft }) => `${before} ${own} ${left} ${beyondLeft}`,
    features: ({ before, own, left, beyondLeft }) =>
      before === undefined
        ? []
        : [`<${before}`, `<${before}|${own}`, ...(beyondLeft === undefined ? [] : [`<<${beyondLeft}|${left}`])],
  },
  {
    key: ({ after, own, right, beyondRight }) => `${after} ${own} ${right} ${beyondRight}`,
    features: ({ after, own, right, beyondRight }) =>
      after === undefined
        ? []
        : [`>${after}`, `>${after}|${own}`, ...(beyondRight === undefined ? [] : [`>>${beyondRight}|${right}`])],
  },
];

const ownFeatures = (tokens: readonly Token[], i: number, facts: WordFacts, known: KnownWords): string[] => {
  const seen = look(tokens, i, facts, known);
  return GROUPS.flatMap(({ features }) => features(seen));
};

/** Sums by group and key are forgotten when there are so many. */
const MOST_SUMS = 60_000;

/** The sum of the weights of a token's own features. */
function ownSum(tokens: readonly Token[], i: number, facts: WordFacts, { weights, sums, ...known }: Prepared): number {
  const seen = look(tokens, i, facts, known);
  let total = 0;
  for (const [g, { key, features }] of GROUPS.entries()) {
    const memo = sums[g]!;
    const name = key(seen);
    let sum = memo.get(name);
    if (sum === undefined) {
      sum = 0;
      for (const feature of features(seen)) sum += weights.get(feature) ?? 0;
      if (memo.size >= MOST_SUMS) memo.clear();
      memo.set(name, sum);
    }
    total += sum;
  }
  return total;
}

interface Prepared extends KnownWords {
  readonly weights: Weights;
  /** Sums of weights by group of features and key. */
  readonly sums: readonly Map<string, number>[];
}

const prepared = new WeakMap<RecogniserModel, Prepared>();

function prepare(model: RecogniserModel): Prepared {
  let ready = prepared.get(model);
  if (!ready) {
    ready = {
      weights: new Map(Object.entries(model.weights)),
      surnames: new Set(model.surnames.split(' ')),
      terms: new Set(model.terms.split(' ')),
      sums: GROUPS.map(() => new Map()),
    };
    prepared.set(model, ready);
  }
  return ready;
}

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
  if (token.gap === 'hyphen') return !(surnames.has(token.fold) && surnames.has(before.fold));
  return token.gap === 'space';
}

/** The names in a text, in order; titles and a possessive ’s are outside. */
export function recogniseNames(
  text: string,
  tokens: readonly Token[],
  model: RecogniserModel = loadModel<RecogniserModel>('recogniser'),
): RecognisedName[] {
  const ready = prepare(model);
  const { weights, surnames } = ready;
  const facts = wordFacts(tokens);
  const sums: number[] = [];
  const score = (i: number, after: boolean): number => {
    let sum = sums[i];
    if (sum === undefined) {
      sum = ownSum(tokens, i, facts, ready);
      sums[i] = sum;
    }
    return sigmoid(sum + (weights.get(runFeature(tokens, i, after, facts, ready)) ?? 0));
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
    if (name) {
      const end = tokens[name.last]!.end;
      const stop = text[end] === '.' && /^[JS]r$/i.test(tokens[name.last]!.text) ? 1 : 0;
      names.push({ start: tokens[name.first]!.start, end: end + stop, p: least });
    }
    first = -1;
    least = 1;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const joined = first >= 0 && joins(tokens, i, surnames);
    if (!joined) close(i - 1);
    if (
      joined &&
      ((SUFFIXES.has(token.fold) && token.shape !== 'i') ||
        (token.gap === 'hyphen' && token.shape === 'l' && !isCommonWord(token.fold)))
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

/** Without titles and loose particles at its edges; undefined where no name is left. */
function trimmed(tokens: readonly Token[], from: number, to: number): { first: number; last: number } | undefined {
  let [first, last] = [from, to];
  while (first < last && TITLES.has(tokens[first]!.fold) && tokens[first]!.shape !== 'i') first++;
  while (last > first && tokens[last]!.shape === 'l' && tokens[last]!.gap !== 'hyphen') last--;
  const words = tokens.slice(first, last + 1).filter((t) => t.shape !== 'l' && t.shape !== 'i' && t.text.length > 1);
  return words.length === 0 ? undefined : { first, last };
}
