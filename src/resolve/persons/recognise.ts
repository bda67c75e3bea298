/**
 * Names of persons without a list: each capitalised word is or isn't part of a name, decided from left to right by a
 * log-linear model over its form, its neighbours and its use in the rest of the text. Runs of such words are names.
 */

import { PARTICLES, SUFFIXES, TITLES } from '../../authority/titles.js';
import { capitalUse, isCommonWord, isForename } from '../../authority/words.js';
import { loadModel, type Provenance, sigmoid } from '../../model.js';
import type { Weights } from '../choice.js';
import type { Token } from '../tokens.js';

/** `src/models/recogniser.json`. */
export interface RecogniserModel {
  readonly trainedOn: Provenance;
  readonly weights: Readonly<Record<string, number>>;
  /** Folded surnames of all lists, blank-separated. */
  readonly surnames: string;
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

/** Whether a token can be part of a name at all. */
export function eligible(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
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
    if (before.shape === 'i' || PERSONAL.has(before.fold) || (isForename(before.fold) && token.shape === 'c')) titled.add(token.fold);
  }
  return { titled, lower };
}

function classOf(token: Token | undefined, surnames: ReadonlySet<string>): string {
  if (!token) return 'edge';
  if (token.shape === 'd') return 'digit';
  if (token.shape === 'l') return PARTICLES.has(token.fold) ? 'particle' : TITLES.has(token.fold) ? 'ltitle' : 'lower';
  if (token.shape === 'i') return 'initial';
  if (PERSONAL.has(token.fold)) return 'personal';
  if (TITLES.has(token.fold)) return 'title';
  if (SUFFIXES.has(token.fold)) return 'suffix';
  const known = surnames.has(token.fold) ? '+' : '';
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
  surnames: ReadonlySet<string>,
): string[] {
  const token = tokens[i]!;
  const { fold: word, gap } = token;
  const own = classOf(token, surnames);
  const use = capitalUse(word);
  const before = gap === 'edge' || gap === 'break' ? undefined : tokens[i - 1];
  const next = tokens[i + 1];
  const right = next && next.gap !== 'edge' && next.gap !== 'break' ? next : undefined;
  const left = `${gap === 'space' ? '' : gap}${before ? classOf(before, surnames) : ''}`;
  const rightClass = right ? `${right.gap === 'space' ? '' : right.gap}${classOf(right, surnames)}` : (next?.gap ?? 'edge');
  const titled = facts.titled.has(word);
  const run = after ? 'in' : 'out';
  const list = [
    'bias',
    `own=${own}`,
    `own=${own}|${token.shape}|${token.region}`,
    `own=${own}|<${left}`,
    `own=${own}|>${rightClass}`,
    `own=${own}|<${left}|>${rightClass}`,
    `run=${run}|${gap}|${own}`,
    `use=${use}`,
    `use=${use}|<${left}`,
    `titled=${titled}|${own}`,
    `titled=${titled}|${use.split(':')[0]}`,
    `lower=${facts.lower.has(word)}|${own}`,
    `end=${word.slice(-3)}`,
    `end=${word.slice(-2)}|${own}`,
    `size=${Math.min(8, word.length)}|${token.shape}`,
    `possessive=${token.possessive}|${own}`,
  ];
  if (use !== '-') list.push(`word=${word}`);
  if (before) {
    list.push(`<${before.fold}`, `<${before.fold}|${own}`);
    const further = before.gap === 'edge' || before.gap === 'break' ? undefined : tokens[i - 2];
    if (further) list.push(`<<${classOf(further, surnames)}|${left}`);
  }
  if (right) {
    list.push(`>${right.fold}`, `>${right.fold}|${own}`);
    const further = tokens[i + 2];
    if (further && further.gap !== 'edge' && further.gap !== 'break') list.push(`>>${classOf(further, surnames)}|${rightClass}`);
  }
  return list;
}

interface Prepared {
  readonly weights: Weights;
  readonly surnames: ReadonlySet<string>;
}

const prepared = new WeakMap<RecogniserModel, Prepared>();

function prepare(model: RecogniserModel): Prepared {
  let ready = prepared.get(model);
  if (!ready) {
    ready = { weights: new Map(Object.entries(model.weights)), surnames: new Set(model.surnames.split(' ')) };
    prepared.set(model, ready);
  }
  return ready;
}

/** A word is part of a name from this probability on: what reads best of a few that were tried. */
const THRESHOLD = 0.5;

/** The names in a text, in order; titles and a possessive ’s are outside. */
export function recogniseNames(
  text: string,
  tokens: readonly Token[],
  model: RecogniserModel = loadModel<RecogniserModel>('recogniser'),
): RecognisedName[] {
  const { weights, surnames } = prepare(model);
  const facts = wordFacts(tokens);
  const names: RecognisedName[] = [];
  let first = -1;
  let p = 1;
  const close = (last: number): void => {
    if (first < 0) return;
    const name = trimmed(tokens, first, last);
    if (name) {
      const end = tokens[name.last]!.end;
      const stop = text[end] === '.' && /^[JS]r$/i.test(tokens[name.last]!.text) ? 1 : 0;
      names.push({ start: tokens[name.first]!.start, end: end + stop, p });
    }
    first = -1;
    p = 1;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const joined = first >= 0 && (NEAR.has(token.gap) || (token.gap === 'comma' && SUFFIXES.has(token.fold))) && !tokens[i - 1]!.possessive;
    if (!joined) close(i - 1);
    if (!eligible(tokens, i)) {
      close(i - 1);
      continue;
    }
    if (joined && SUFFIXES.has(token.fold) && token.shape !== 'i') continue;
    let score = 0;
    for (const feature of tokenFeatures(tokens, i, first >= 0, facts, surnames)) score += weights.get(feature) ?? 0;
    const yes = sigmoid(score);
    if (yes < THRESHOLD) close(i - 1);
    else {
      if (first < 0) first = i;
      p = Math.min(p, yes);
    }
  }
  close(tokens.length - 1);
  return names;
}

/** Without titles and loose particles at its edges; undefined where no name is left. */
function trimmed(tokens: readonly Token[], from: number, to: number): { first: number; last: number } | undefined {
  let [first, last] = [from, to];
  while (first < last && TITLES.has(tokens[first]!.fold) && tokens[first]!.shape !== 'i') first++;
  while (last > first && tokens[last]!.shape === 'l') last--;
  const words = tokens.slice(first, last + 1).filter((t) => t.shape !== 'l' && t.shape !== 'i' && t.text.length > 1);
  return words.length === 0 ? undefined : { first, last };
}
