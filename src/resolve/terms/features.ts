/** Features of the readings of a cluster: what the model of terms weighs. */

import type { Authority } from '../../authority/types.js';
import { isCommonWord } from '../../authority/words.js';
import { type Emit, literal, nameOf, type Part } from '../../features/hashed.js';
import type { TextRange } from '../../text-range.js';
import type { Token } from '../tokens.js';
import { isAlias } from './alias.js';
import type { TermCandidate, TermCluster } from './candidates.js';
import { dashes } from './form-facts.js';

/** Where a reading begins and ends in the source; the last full stop of `U.N.` belongs to it. */
export function termSpan(
  tokens: readonly Token[],
  { first, last, plural, form }: TermCandidate,
  text: string,
): TextRange {
  const { start } = tokens[first]!;
  const end = tokens[last]!.end - (plural ? 1 : 0);
  const dotted = text[end] === '.' && (form.endsWith('.') || (last > first && allDotted(tokens, first, last)));
  return { start, end: end + (dotted ? 1 : 0) };
}

function allDotted(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first; i <= last; i++) {
    if (tokens[i]!.shape !== 'i' || (i > first && tokens[i]!.gap !== 'stop')) return false;
  }
  return true;
}

const DOTS = /\p{L}\.\p{L}/u;

/** How the text's form agrees with the list's. */
function spelling(here: string, form: string): string {
  if (here === form) return 'same';
  const [a, b] = [dashes(here), dashes(form)];
  if (a === b) return 'dash';
  const [upperA, upperB] = [a.toUpperCase(), b.toUpperCase()];
  if (a === upperA && b === upperB && upperA === upperB) return 'upper';
  if (a.slice(1) === b.slice(1) && a[0]!.toLowerCase() === b[0]!.toLowerCase()) return 'first';
  if (upperA === upperB) return a === a.toLowerCase() ? 'lower' : 'case';
  const [dotsA, dotsB] = [DOTS.test(a), DOTS.test(b)];
  if (dotsA !== dotsB) return dotsA ? 'dots-here' : 'dots-there';
  const [tightA, tightB] = [a.replace(/[-\s./]/g, ''), b.replace(/[-\s./]/g, '')];
  return tightA === tightB ? 'parts' : tightA.toUpperCase() === tightB.toUpperCase() ? 'parts-case' : 'other';
}

/** What stands right before or after, beyond letters and digits. */
const SIGNS = literal('sign');
const around = (character: string | undefined): Part =>
  character === undefined
    ? literal('edge')
    : /[\s\p{L}\p{N}]/u.test(character)
      ? literal('plain')
      : character < '\u0100' || '–—“”’'.includes(character)
        ? literal(character)
        : SIGNS;

const GAPS = { edge: literal('edge') };
const NOTHING = literal('-');
const BAR = literal('|');

/** A feature's label: how its name begins. */
const L = {
  bias: literal('t:bias'),
  none: literal('x:bias'),
  many: ['0', '1', '2', '3'].map((n) => literal(`x:many=${n}`)),
  form: literal('t:form='),
  spelled: literal('t:spelled='),
  source: literal('t:source='),
  way: literal('t:way='),
  use: literal('t:use='),
  first: literal('t:x1='),
  two: literal('t:x2='),
  final: literal('t:xz='),
  shape: literal('t:shape='),
  longest: literal('t:size=longest'),
  shorter: literal('t:size=shorter'),
  order: ['0', '1', '2'].map((n) => literal(`t:order=${n}`)),
  plural: [literal('t:plural=0|'), literal('t:plural=1|')],
  region: literal('t:region='),
  nth: ['1', '2', '3'].map((n) => literal(`t:nth=${n}|`)),
  left: literal('t:<'),
  right: literal('t:>'),
  signLeft: literal('t:(<'),
  signRight: literal('t:(>'),
  series: literal('t:series='),
  hand: literal('t:hand='),
  alike: ['0', '1', '2', '3'].map((n) => literal(`t:alike=${n}|`)),
  near: literal('t:near'),
  leftOut: literal('t:left-out'),
} as const;

/** The feature of forms that editions leave without a tag, however well they know the term, unless a list gives them as aliases. Its weight is not learned (`train/terms.ts`). */
export const LEFT_OUT = L.leftOut.text;

/** The text has full stops between letters where the list has none, or the other way round. */
const OTHER_STOPS: ReadonlySet<string> = new Set(['dots-here', 'dots-there']);

const MOST_ALIKE = 3;

const wordOf = (token: Token | undefined): Part => token?.word.part ?? NOTHING;

/** What the features of a document's clusters are seen in. */
export interface TermSetting {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly series: Part;
  /** The hand that encoded the volume, as the list's spacing shows it. */
  readonly hand: Part;
}

/** How the spacing of a list tells the hand that encoded its volume. */
export const handOf = ({ tight }: Authority): Part => literal(tight ? 'tight' : 'spaced');

/** Features of one candidate; `nth`: the use of this term in the document, from 0. */
export function emitCandidate(
  { candidates }: TermCluster,
  at: number,
  nth: number,
  longest: number,
  { tokens, text, series, hand }: TermSetting,
  emit: Emit,
): void {
  const candidate = candidates[at]!;
  const { form, facts, first, last } = candidate;
  const { name, kind, source, way } = facts;
  const { start, end } = termSpan(tokens, candidate, text);
  const spelled = literal(candidate.near ? 'near' : spelling(text.slice(start, end), form));
  const [token, next] = [tokens[first]!, tokens[last + 1]];
  const word = literal(first === last && isCommonWord(token.fold) ? 'word' : 'no-word');
  const [leftGap, rightGap] = [literal(token.gap), literal(next?.gap ?? 'edge')];
  const before = leftGap === GAPS.edge ? undefined : tokens[first - 1];
  const after = rightGap === GAPS.edge ? undefined : next;
  const [left, right] = [wordOf(before), wordOf(after)];
  emit(L.bias);
  if ((facts.ofBracket || OTHER_STOPS.has(spelled.text)) && !isAlias(candidate.term, start, text)) emit(L.leftOut);
  emit(L.form, name);
  emit(L.form, name, BAR, spelled);
  emit(L.spelled, spelled, BAR, kind);
  emit(L.spelled, spelled, BAR, word);
  emit(L.source, source, BAR, spelled);
  emit(L.source, source, BAR, kind);
  emit(L.source, source, BAR, way);
  emit(L.way, way, BAR, kind);
  emit(L.way, way, BAR, spelled);
  emit(L.use, facts.use, BAR, spelled);
  emit(L.use, facts.use, BAR, way);
  emit(L.first, facts.first);
  emit(L.first, facts.first, BAR, spelled);
  emit(L.two, facts.two);
  emit(L.final, facts.final);
  emit(L.shape, literal(token.shape), BAR, kind);
  emit(L.shape, literal(token.shape), BAR, word);
  emit(last - first === longest ? L.longest : L.shorter);
  emit(L.order[Math.min(2, at)]!);
  emit(L.plural[candidate.plural ? 1 : 0]!, kind);
  emit(L.region, literal(token.region), BAR, kind);
  emit(L.region, literal(token.region), BAR, name);
  emit(L.nth[Math.min(2, nth)]!, kind);
  emit(L.left, leftGap, before ? literal(before.shape) : BAR, kind);
  emit(L.right, rightGap, after ? literal(after.shape) : BAR, kind);
  emit(L.left, leftGap, L.right, rightGap);
  emit(L.left, left, BAR, name);
  emit(L.right, right, BAR, name);
  emit(L.left, left, BAR, kind);
  emit(L.right, right, BAR, kind);
  emit(L.signLeft, around(text[start - 1]), BAR, kind);
  emit(L.signRight, around(text[end]), BAR, kind);
  emit(L.series, series);
  emit(L.series, series, BAR, name);
  emit(L.series, series, BAR, kind);
  emit(L.series, series, BAR, spelled);
  emit(L.hand, hand, BAR, spelled);
  emit(L.hand, hand, BAR, kind);
  if (candidate.plural) emit(L.hand, hand, L.plural[1]);
  let alike = 0;
  // No further than it counts: a long run of overlapping readings is one cluster.
  for (const other of candidates) if (other.form === form && ++alike === MOST_ALIKE) break;
  emit(L.alike[alike]!, at === 0 ? L.order[0] : L.order[1]);
}

/** Features of the reading that none of the candidates is meant. */
export function emitNone({ first, last }: TermCluster, emit: Emit): void {
  emit(L.none);
  emit(L.many[Math.min(3, last - first)]!);
}

export const longestOf = ({ candidates }: TermCluster): number => {
  let longest = 0;
  for (const { first, last } of candidates) if (last - first > longest) longest = last - first;
  return longest;
};

/** Counts the uses of terms in a document, so that features know the first from later ones. */
export class Uses {
  private readonly counts = new Map<string, number>();

  of = (candidate: TermCandidate): number => this.counts.get(candidate.term.id) ?? 0;

  /** Count the first reading of a cluster. */
  add({ candidates }: TermCluster): void {
    const { id } = candidates[0]!.term;
    this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
  }
}

/** Names of the features of every candidate of a cluster, then of “none of them”: what a model is learned from. */
export function termFeatures(cluster: TermCluster, uses: Uses, setting: TermSetting): string[][] {
  const options: string[][] = [];
  let names: string[] = [];
  const emit: Emit = (...parts) => {
    names.push(nameOf(...parts));
  };
  const longest = longestOf(cluster);
  for (const [i, candidate] of cluster.candidates.entries()) {
    names = [];
    emitCandidate(cluster, i, uses.of(candidate), longest, setting, emit);
    options.push(names);
  }
  names = [];
  emitNone(cluster, emit);
  options.push(names);
  return options;
}
