/** Features of a word that may be part of a name: its form, its neighbours, its use in the rest of the text. */

import { capitalUse } from '../../authority/words.js';
import { type Emit, join, literal, nameOf, type Part, part } from '../../features/hashed.js';
import type { Token } from '../tokens.js';
import { classOf, type KnownWords, type WordFacts } from './word-classes.js';

function classAt(tokens: readonly Token[], i: number, { classes }: WordFacts, known: KnownWords): Part {
  classes[i] ??= literal(classOf(tokens[i], known));
  return classes[i];
}

/** A part for each pair of a word and a part, made once. */
function pairs(make: (word: string, to: Part) => string): (word: string, to: Part) => Part {
  const made = new Map<string, Map<Part, Part>>();
  return (word, to) => {
    let row = made.get(word);
    if (!row) {
      row = new Map();
      made.set(word, row);
    }
    let found = row.get(to);
    if (!found) {
      found = part(make(word, to));
      row.set(to, found);
    }
    return found;
  };
}

const parted = (gap: Token['gap']): boolean => gap === 'edge' || gap === 'break';
const NOTHING = literal('');

/** A neighbour's class, and how it hangs together with the word. */
const beside = pairs((gap, to) => `${gap === 'space' ? '' : gap}${to.text}`);
const placed = pairs((region, shape) => `|${shape.text}|${region}`);
const sized = pairs((size, shape) => `size=${size}|${shape.text}`);
const SIZES = ['0', '1', '2', '3', '4', '5', '6', '7', '8'] as const;

/** How a word is used elsewhere, roughly. */
const roughly = new Map<string, Part>();

function rough(use: string): Part {
  let found = roughly.get(use);
  if (!found) {
    found = part(use.split(':')[0]!);
    roughly.set(use, found);
  }
  return found;
}

const P = {
  bias: part('bias'),
  own: part('own='),
  bar: part('|'),
  barLeft: part('|<'),
  barRight: part('|>'),
  use: part('use='),
  titled: [part('titled=false|'), part('titled=true|')],
  lower: [part('lower=false|'), part('lower=true|')],
  possessive: [part('possessive=false|'), part('possessive=true|')],
  end: part('end='),
  word: part('word='),
  left: part('<'),
  farLeft: part('<<'),
  right: part('>'),
  farRight: part('>>'),
  in: part('run=in|'),
  out: part('run=out|'),
} as const;

const yes = (it: boolean): 0 | 1 => (it ? 1 : 0);

/** The one feature that depends on whether the token before is part of a name. */
export function emitRun(
  tokens: readonly Token[],
  i: number,
  after: boolean,
  facts: WordFacts,
  known: KnownWords,
  emit: Emit,
): void {
  emit(after ? P.in : P.out, literal(tokens[i]!.gap), P.bar, classAt(tokens, i, facts, known));
}

/** All other features of token `i`. */
export function emitOwn(tokens: readonly Token[], i: number, facts: WordFacts, known: KnownWords, emit: Emit): void {
  const token = tokens[i]!;
  const { gap } = token;
  const own = classAt(tokens, i, facts, known);
  const before = parted(gap) ? undefined : tokens[i - 1];
  const next = tokens[i + 1];
  const after = next && !parted(next.gap) ? next : undefined;
  const left = beside(gap, before ? classAt(tokens, i - 1, facts, known) : NOTHING);
  const right = after ? beside(after.gap, classAt(tokens, i + 1, facts, known)) : literal(next?.gap ?? 'edge');
  form(token, own, left, right, emit);
  use(token, own, left, facts, emit);
  if (before) {
    const fold = before.word.part;
    emit(P.left, fold);
    emit(P.left, fold, P.bar, own);
    const further = parted(before.gap) ? undefined : tokens[i - 2];
    if (further) emit(P.farLeft, classAt(tokens, i - 2, facts, known), P.bar, left);
  }
  if (after) {
    const fold = after.word.part;
    emit(P.right, fold);
    emit(P.right, fold, P.bar, own);
    const further = tokens[i + 2];
    if (further && !parted(further.gap)) emit(P.farRight, classAt(tokens, i + 2, facts, known), P.bar, right);
  }
}

function form({ fold: word, shape, region }: Token, own: Part, left: Part, right: Part, emit: Emit): void {
  const is = join(P.own, own);
  const isAfter = join(join(is, P.barLeft), left);
  emit(P.bias);
  emit(is);
  emit(is, placed(region, literal(shape)));
  emit(isAfter);
  emit(is, P.barRight, right);
  emit(isAfter, P.barRight, right);
  emit(P.end, part(word.slice(-3)));
  emit(P.end, part(word.slice(-2)), P.bar, own);
  emit(sized(SIZES[Math.min(8, word.length)]!, literal(shape)));
}

function use({ fold, word, possessive }: Token, own: Part, left: Part, facts: WordFacts, emit: Emit): void {
  const capital = capitalUse(fold);
  const usual = literal(capital);
  const titled = yes(facts.titled.has(fold));
  emit(P.use, usual);
  emit(P.use, usual, P.barLeft, left);
  emit(P.titled[titled], own);
  emit(P.titled[titled], rough(capital));
  emit(P.lower[yes(facts.lower.has(fold))], own);
  emit(P.possessive[yes(possessive)], own);
  if (capital !== '-') emit(P.word, word.part);
}

/** Names of the features of token `i`, given whether the one before is part of a name: what a model is learned from. */
export function tokenFeatures(
  tokens: readonly Token[],
  i: number,
  after: boolean,
  facts: WordFacts,
  known: KnownWords,
): string[] {
  const names: string[] = [];
  const emit: Emit = (...parts) => {
    names.push(nameOf(...parts));
  };
  emitOwn(tokens, i, facts, known, emit);
  emitRun(tokens, i, after, facts, known, emit);
  return names;
}
