/** Features of the last two options of a cluster: that nobody of the list is meant, and that it is open who of them is. */

import { capitalUse } from '../../authority/words.js';
import { type Emit, literal as L, type Part } from '../../features/hashed.js';
import { N, type Shared, sameRank, yes } from './shared.js';
import { leads, type WordUse } from './words.js';

const BAR = L('|');
const BAR_LEFT = L('|<');

const P = {
  bias: L('n:bias'),
  region: L('n:region='),
  alike: L('n:alike='),
  capital: L('n:capital='),
  often: L('n:capital-often='),
  word: L('n:w='),
  left: L('n:<'),
  right: L('n:>'),
  full: L('n:full='),
  poss: L('n:poss='),
} as const;

const U = {
  bias: L('u:bias'),
  series: L('u:series='),
  alike: L('u:alike='),
  full: L('u:full='),
  region: L('u:region='),
} as const;

const [ALWAYS, OFTEN] = [L('always'), L('mostly')];

type Where = 'here' | 'volume';

const uses = (where: Where) => ({
  titled: L(`n:${where}-titled=`),
  article: L(`n:${where}-article=`),
  lower: L(`n:${where}-lower=`),
  led: L(`n:${where}-led=`),
});
const USES = { here: uses('here'), volume: uses('volume') } as const;

const SHARES = {
  noneOfMany: L('none-of-many'),
  none: L('none'),
  often: L('often'),
  some: L('some'),
  few: L('few'),
  rare: L('rare'),
} as const;

function share(some: number, whole: number): Part {
  if (some === 0) return whole > 9 ? SHARES.noneOfMany : SHARES.none;
  const ratio = some / whole;
  return ratio > 0.3 ? SHARES.often : ratio > 0.1 ? SHARES.some : ratio > 0.02 ? SHARES.few : SHARES.rare;
}

/** Whether a word stands before other names always, mostly, sometimes, never. */
function most(led: number, total: number): Part {
  if (led === 0) return total > 9 ? SHARES.noneOfMany : SHARES.none;
  const ratio = led / total;
  return ratio > 0.9
    ? total > 4
      ? ALWAYS
      : OFTEN
    : ratio > 0.6
      ? SHARES.often
      : ratio > 0.2
        ? SHARES.some
        : SHARES.few;
}

/** How the word is used elsewhere: with titles, with articles, in lower case. */
function emitUses(use: WordUse | undefined, where: Where, word: Part, leading: Part, emit: Emit): void {
  if (!use) return;
  const { total, titled, article, lower, led } = use;
  emit(USES[where].titled, share(titled, total), BAR, word);
  emit(USES[where].article, share(article, total), BAR, word);
  emit(USES[where].lower, share(lower, total + lower), BAR, word);
  emit(USES[where].led, most(led, total), BAR, leading);
}

/** Features of “nobody of the list”. */
export function emitNobody(shared: Shared, emit: Emit): void {
  const { cluster, input, longest: c, word, left, region, someInFull } = shared;
  const { tokens, document, evidence, series } = input;
  const { fold, word: own } = tokens[c.core]!;
  let alike = 0;
  for (const d of cluster.candidates) if (sameRank(c, d)) alike++;
  emit(P.bias);
  emit(P.region, region);
  emit(P.region, region, BAR, word);
  emit(P.full, yes(someInFull), BAR, word);
  emit(P.poss, yes(tokens[c.last]!.possessive), BAR, L(tokens[c.last]!.shape));
  emit(P.alike, N[Math.min(2, alike)]!);
  if (alike > 1) emit(P.alike, N[Math.min(2, alike)]!, BAR, L(series));
  if (c.last === c.first) {
    const use = capitalUse(fold);
    const capital = L(use);
    emit(P.capital, capital, BAR, word);
    emit(P.capital, capital, BAR_LEFT, left);
    emit(P.often, L(use.slice(0, Math.max(1, use.indexOf(':')))));
  }
  if (word.text === 'word') {
    emit(P.word, own.part);
    emit(P.word, own.part, BAR_LEFT, left);
  }
  const leading = yes(leads(tokens, c.last));
  if (c.last === c.first) {
    emitUses(document.words.get(fold), 'here', word, leading, emit);
    if (evidence) emitUses(evidence.word(fold), 'volume', word, leading, emit);
  }
  const previous = tokens[c.first]!.gap === 'edge' ? undefined : tokens[c.first - 1];
  const next = tokens[c.last + 1];
  if (previous) {
    emit(P.left, previous.word.part);
    emit(P.left, previous.word.part, BAR, word);
  }
  if (next && next.gap !== 'edge') {
    emit(P.right, next.word.part);
    emit(P.right, next.word.part, BAR, word);
  }
}

/** Features of “one of them, but which is open”. */
export function emitOpen({ cluster, input, longest, region, someInFull }: Shared, emit: Emit): void {
  let alike = 0;
  for (const c of cluster.candidates) {
    if (c.form.kind === longest.form.kind && c.given.length === longest.given.length) alike++;
  }
  const two = N[Math.min(2, alike)]!;
  emit(U.bias);
  emit(U.series, L(input.series), BAR, two);
  emit(U.alike, N[Math.min(3, alike)]!, BAR, L(longest.form.kind));
  emit(U.full, yes(someInFull), BAR, two);
  emit(U.region, region);
}
