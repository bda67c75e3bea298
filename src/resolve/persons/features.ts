/** Features of the readings of a cluster: what the model of persons weighs. */

import { during } from '../../authority/period.js';
import { type Emit, literal as L, nameOf, type Part } from '../../features/hashed.js';
import type { Token } from '../tokens.js';
import type { Candidate, Cluster } from './candidates.js';
import type { PersonFacts } from './facts.js';
import { emitForm, emitOffice, kindOf } from './form-features.js';
import { before } from './neighbours.js';
import { emitNobody, emitOpen } from './nobody.js';
import { entryOf, type FeatureInput, N, type Shared, sameRank, wordOf, yes } from './shared.js';

const RANK_ORDER =
  'president secretary head foreign vice-president cabinet under assistant ambassador director staff other family'.split(
    ' ',
  );

const BAR = L('|');

const P = {
  rank: L('p:rank='),
  top: L('p:top='),
  signed: L('p:signed|'),
  signedHeading: L('p:signed|heading='),
  when: L('p:when='),
  around: L('p:around='),
  heading: L('p:heading='),
  full: L('p:full='),
  volume: L('p:volume='),
  first: L('p:rank=first'),
  later: L('p:rank=later'),
  aroundBest: L('p:around-best='),
  headingBest: L('p:heading-best='),
  volumeShare: L('p:volume-share='),
  last: L('p:last-full='),
} as const;

const [SELF, RIVAL, NONE] = [L('self'), L('rival'), L('none')];

const bucket = (n: number): Part => L(n > 16 ? '17' : n > 6 ? '7' : n > 2 ? '3' : String(n));
/** How many times as often as the rivals, by powers of two from 1⁄8 to 8. */
const ratio = (own: number, rivals: number): Part =>
  N[Math.max(0, Math.min(6, 3 + Math.round(Math.log2((own + 0.5) / (rivals + 0.5)))))]!;

function alikeTo(candidates: readonly Candidate[], c: Candidate): number {
  let count = 0;
  for (const d of candidates) if (sameRank(c, d) && ++count === 3) break;
  return count;
}

/**
 * Emit the features of every candidate of the cluster, then of “nobody of the list”, then of “one of them, but which is open”.
 * `begin` is told the number of each option before its features come.
 */
export function emitFeatures(cluster: Cluster, input: FeatureInput, begin: (option: number) => void, emit: Emit): void {
  const { tokens, document, facts, evidence } = input;
  const { candidates } = cluster;
  const [overlaps, headings, mentions]: [number[], number[], number[]] = [[], [], []];
  for (const c of candidates) {
    const { rare } = facts(c);
    overlaps.push(around(tokens, c, rare));
    headings.push(count(rare, document.heading));
    mentions.push(evidence?.inFull(entryOf(c.person)) ?? 0);
  }
  const longest = candidates.reduce((a, b) => (b.last - b.first > a.last - a.first ? b : a));
  const region = document.isSource(longest.core) ? L('source') : L(tokens[longest.core]!.region);
  const shared: Shared = {
    cluster,
    input,
    longest,
    word: wordOf(tokens, longest),
    left: before(tokens, longest.first),
    region,
    someInFull: candidates.some((c) => document.inFull.has(entryOf(c.person))),
  };
  const best = {
    rank: Math.min(...candidates.map((c) => RANK_ORDER.indexOf(facts(c).rank))),
    around: Math.max(...overlaps),
    heading: Math.max(...headings),
    mentions: Math.max(...mentions),
  };
  const total = mentions.reduce((a, b) => a + b, 0);
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i]!;
    const { given, person } = candidate;
    begin(i);
    const alike = alikeTo(candidates, candidate);
    const f = facts(candidate);
    const rank = L(f.rank);
    const kind = kindOf(candidate);
    emitForm(shared, candidate, kind, alike, emit);
    emitOffice(shared, candidate, f, emit);
    emit(P.rank, rank, BAR, N[Math.min(2, alike)]);
    if (alike > 1) emit(P.top, yes(best.rank === RANK_ORDER.indexOf(f.rank)), BAR, rank);
    if (tokens[candidate.core]!.region === 'signed') {
      emit(P.signed, yes(document.fromDepartment), BAR, rank);
      emit(P.signedHeading, N[Math.min(2, headings[i]!)], BAR, rank);
    }
    if (document.month !== undefined) emit(P.when, L(during(person.periods, document.month)));
    emit(P.around, N[Math.min(3, overlaps[i]!)]);
    emit(P.heading, N[Math.min(3, headings[i]!)]);
    const full = document.inFull.has(entryOf(person)) ? SELF : shared.someInFull ? RIVAL : NONE;
    emit(P.full, full, BAR, kind);
    if (evidence) emit(P.volume, bucket(mentions[i]!));
    if (candidates.length < 2) continue;
    emit(i === 0 ? P.first : P.later);
    if (best.around > 0) emit(P.aroundBest, yes(overlaps[i] === best.around));
    if (best.heading > 0) emit(P.headingBest, yes(headings[i] === best.heading));
    if (evidence && best.mentions > 0) {
      emit(P.volumeShare, N[Math.round((4 * mentions[i]!) / total)]);
      emit(P.volumeShare, ratio(mentions[i]!, total - mentions[i]!), BAR, N[alike]);
    }
    if (given.length === 0) {
      const last = input.history.inFull.get(tokens[candidate.core]!.fold);
      emit(P.last, last === undefined ? NONE : last === entryOf(person) ? SELF : RIVAL, BAR, N[alike]);
    }
  }
  begin(candidates.length);
  emitNobody(shared, emit);
  begin(candidates.length + 1);
  emitOpen(shared, emit);
}

/** Words near the name that the description has too. */
function around(tokens: readonly Token[], { first, last }: Candidate, rare: PersonFacts['rare']): number {
  let shared = 0;
  for (let i = Math.max(0, first - 8); i <= Math.min(tokens.length - 1, last + 8); i++) {
    if ((i < first || i > last) && tokens[i]!.fold.length > 3 && rare.has(tokens[i]!.word.stem)) shared++;
  }
  return shared;
}

function count(words: ReadonlySet<string>, among: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of words) if (among.has(word)) shared++;
  return shared;
}

/** Names of the features of every option: what a model is learned from. */
export function featuresOf(cluster: Cluster, input: FeatureInput): string[][] {
  const options: string[][] = [];
  let list: string[] = [];
  const emit: Emit = (...parts) => {
    list.push(nameOf(...parts));
  };
  emitFeatures(
    cluster,
    input,
    () => {
      list = [];
      options.push(list);
    },
    emit,
  );
  return options;
}
