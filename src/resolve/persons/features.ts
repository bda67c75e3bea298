/** Features of the readings of a cluster: what the model of persons weighs. */

import { during } from '../../authority/period.js';
import { SUFFIXES, TITLES } from '../../authority/titles.js';
import { capitalUse, isCommonWord, isForename } from '../../authority/words.js';
import type { Token } from '../tokens.js';
import type { Candidate, Cluster } from './candidates.js';
import { type DocumentContext, stem } from './context.js';
import type { VolumeEvidence } from './evidence.js';
import type { PersonFacts } from './facts.js';
import { spellingOf } from './names.js';
import type { WordUse } from './words.js';

export interface FeatureInput {
  readonly tokens: readonly Token[];
  readonly document: DocumentContext;
  readonly facts: (candidate: Candidate) => PersonFacts;
  readonly evidence: VolumeEvidence | undefined;
  /** The sub-series of the volume, `1955-57`: each has its own habits. */
  readonly series: string;
}

/** The kind of a token as a neighbour. */
function neighbour(token: Token | undefined): string {
  if (!token) return 'edge';
  if (token.shape === 'l' || token.shape === 'd' || token.shape === 'i') {
    return token.shape === 'l' && TITLES.has(token.fold) ? 'ltitle' : token.shape;
  }
  if (TITLES.has(token.fold)) return 'title';
  if (SUFFIXES.has(token.fold)) return 'suffix';
  if (isForename(token.fold)) return 'forename';
  return isCommonWord(token.fold) ? 'Word' : 'Name';
}

function before(tokens: readonly Token[], first: number): string {
  const gap = tokens[first]!.gap;
  if (gap === 'edge' || gap === 'break') return gap;
  return `${gap === 'space' ? '' : gap}${neighbour(tokens[first - 1])}`;
}

function after(tokens: readonly Token[], last: number): string {
  const next = tokens[last + 1];
  if (tokens[last]!.possessive) return `poss${next ? next.shape : ''}`;
  if (!next || next.gap === 'edge' || next.gap === 'break') return next ? next.gap : 'edge';
  return `${next.gap === 'space' ? '' : next.gap}${neighbour(next)}`;
}

/** Titles right before a name, and the words from which an office can be told: `Secretary of State`. */
function titlesBefore(tokens: readonly Token[], first: number): string[] {
  const titles: string[] = [];
  for (let i = first - 1; i >= 0 && first - i <= 5; i--) {
    const token = tokens[i]!;
    if (i < first - 1 && (tokens[i + 1]!.gap === 'break' || tokens[i + 1]!.gap === 'edge')) break;
    if (i === first - 1 && tokens[first]!.gap !== 'space' && tokens[first]!.gap !== 'stop') break;
    if (TITLES.has(token.fold)) titles.push(token.fold);
    else if (titles.length === 0) break;
  }
  return titles;
}

const SYNONYMS: Readonly<Record<string, string>> = {
  amb: 'ambassador',
  secy: 'secretary',
  sec: 'secretary',
  gen: 'general',
  adm: 'admiral',
  col: 'colonel',
  gov: 'governor',
  sen: 'senator',
  min: 'minister',
  premier: 'prime',
  pres: 'president',
  lt: 'lieutenant',
  dep: 'deputy',
};

const RANK_ORDER =
  'president secretary head foreign vice-president cabinet under assistant ambassador director staff other family'.split(
    ' ',
  );

const bucket = (n: number): string => (n > 16 ? '17' : n > 6 ? '7' : n > 2 ? '3' : String(n));

/** Features of every candidate of the cluster, then of “nobody of the list”, then of “one of them, but which is open”. */
export function featuresOf(cluster: Cluster, input: FeatureInput): string[][] {
  const { tokens, document, facts, evidence } = input;
  const { candidates } = cluster;
  const longest = Math.max(...candidates.map((c) => c.last - c.first));
  const overlaps = candidates.map((c) => around(tokens, c, facts(c)));
  const headings = candidates.map((c) => count(facts(c).rare, document.heading));
  const mentions = candidates.map((c) => evidence?.inFull.get(c.person.id) ?? 0);
  const best = {
    rank: Math.min(...candidates.map((c) => RANK_ORDER.indexOf(facts(c).rank))),
    around: Math.max(...overlaps),
    heading: Math.max(...headings),
    mentions: Math.max(...mentions),
  };
  const rivals = Math.min(3, candidates.length);
  const alike = candidates.map((c) => Math.min(3, candidates.filter((d) => sameRank(c, d)).length));
  const someInFull = candidates.some((c) => document.inFull.has(c.person.id));
  const options = candidates.map((candidate, i) => {
    const { form, person, first, core, last } = candidate;
    const token = tokens[core]!;
    const kind = `${form.other ? 'o-' : ''}${form.kind}${candidate.given.length > 0 ? '+' : ''}`;
    const word =
      last > first ? 'many' : isCommonWord(token.fold) ? 'word' : isForename(token.fold) ? 'forename' : 'name';
    const left = before(tokens, first);
    const right = after(tokens, last);
    const list = [
      'p:bias',
      `p:kind=${kind}`,
      `p:kind=${kind}|${word}`,
      `p:kind=${kind}|<${left}`,
      `p:kind=${kind}|>${right}`,
      `p:${word}|<${left}`,
      `p:${word}|>${right}`,
      `p:shape=${token.shape}|${word}`,
      `p:region=${token.region}|${word}`,
      `p:rivals=${rivals}|${kind}`,
      `p:length=${Math.min(4, last - first + 1)}|${last - first === longest ? 'longest' : 'shorter'}`,
      `p:see=${person.see !== undefined}|${kind}`,
    ];
    const spelled = spelling(tokens, candidate);
    list.push(
      `p:spelled=${spelled}`,
      `p:spelled=${spelled}|${form.kind}`,
      `p:alike=${alike[i]}|${kind}|${document.inFull.has(person.id)}`,
    );
    for (const how of new Set(candidate.given)) list.push(`p:given=${how}`);
    if (candidate.given.length === 0 && form.given.length > 0) list.push('p:no-given');
    const f = facts(candidate);
    const titles = titlesBefore(tokens, first);
    for (const title of titles) {
      const t = SYNONYMS[title] ?? title;
      const has = f.offices.has(t);
      list.push(`p:t=${t}|${has}`, `p:title|${has}`);
      if (has && document.month !== undefined)
        list.push(`p:title-when=${during(f.offices.get(t) ?? [], document.month)}`);
    }
    if (titles.length === 0) list.push('p:no-title');
    const rank = f.rank;
    list.push(`p:rank=${rank}|${Math.min(2, alike[i]!)}`);
    if (alike[i]! > 1) list.push(`p:top=${best.rank === RANK_ORDER.indexOf(rank)}|${rank}`);
    if (token.region === 'signed') {
      list.push(`p:signed|${document.fromDepartment}|${rank}`, `p:signed|heading=${Math.min(2, headings[i]!)}|${rank}`);
    }
    if (document.month !== undefined) list.push(`p:when=${during(person.periods, document.month)}`);
    list.push(`p:around=${Math.min(3, overlaps[i]!)}`, `p:heading=${Math.min(3, headings[i]!)}`);
    const full = document.inFull.has(person.id);
    list.push(`p:full=${full ? 'self' : someInFull ? 'rival' : 'none'}|${kind}`);
    if (evidence) {
      list.push(`p:volume=${bucket(mentions[i]!)}`);
    }
    if (candidates.length > 1) {
      list.push(`p:rank=${i === 0 ? 'first' : 'later'}`);
      if (best.around > 0) list.push(`p:around-best=${overlaps[i] === best.around}`);
      if (best.heading > 0) list.push(`p:heading-best=${headings[i] === best.heading}`);
      if (evidence && best.mentions > 0) {
        list.push(`p:volume-share=${Math.round((4 * mentions[i]!) / mentions.reduce((a, b) => a + b, 0))}`);
      }
    }
    return list;
  });
  options.push(nobody(cluster, input), open(cluster, input, someInFull));
  return options;
}

/** Whether two readings are alike in how they name: both bare surnames, say. */
const sameRank = (a: Candidate, b: Candidate): boolean =>
  a.last - a.first === b.last - b.first && a.form.kind === b.form.kind && a.given.length === b.given.length;

/** Whether the text spells the name as the list does, or else but for diacritics, apostrophes and hyphens. */
function spelling(tokens: readonly Token[], { core, form }: Candidate): string {
  const here = spellingOf(tokens, core, core + form.length - 1);
  if (here === form.spelling || form.kind === 'given') return 'same';
  if (here.replace(/['’‘ʼ`]/g, '’') === form.spelling.replace(/['’‘ʼ`]/g, '’')) return 'apostrophe';
  return here.replace(/[-\s]/g, '') === form.spelling.replace(/[-\s]/g, '') ? 'hyphen' : 'folded';
}

const share = (part: number, whole: number): string => {
  if (part === 0) return whole > 9 ? 'none-of-many' : 'none';
  const ratio = part / whole;
  return ratio > 0.3 ? 'often' : ratio > 0.1 ? 'some' : ratio > 0.02 ? 'few' : 'rare';
};

/** How the word is used elsewhere: with titles, with articles, in lower case. */
function uses(use: WordUse | undefined, where: string, word: string): string[] {
  if (!use) return [];
  const all = use.total;
  return [
    `n:${where}-titled=${share(use.titled, all)}|${word}`,
    `n:${where}-article=${share(use.article, all)}|${word}`,
    `n:${where}-lower=${share(use.lower, all + use.lower)}|${word}`,
  ];
}

function nobody({ candidates }: Cluster, { tokens, document, evidence }: FeatureInput): string[] {
  const c = candidates.reduce((a, b) => (b.last - b.first > a.last - a.first ? b : a));
  const token = tokens[c.core]!;
  const word =
    c.last > c.first ? 'many' : isCommonWord(token.fold) ? 'word' : isForename(token.fold) ? 'forename' : 'name';
  const use = capitalUse(token.fold);
  const list = [
    'n:bias',
    `n:region=${token.region}`,
    `n:alike=${Math.min(2, candidates.filter((d) => sameRank(c, d)).length)}`,
  ];
  if (c.last === c.first)
    list.push(
      `n:capital=${use}|${word}`,
      `n:capital=${use}|<${before(tokens, c.first)}`,
      `n:capital-often=${use.split(':')[0]}`,
    );
  if (word === 'word') list.push(`n:w=${token.fold}`, `n:w=${token.fold}|<${before(tokens, c.first)}`);
  list.push(...uses(document.words.get(token.fold), 'here', word));
  if (evidence) list.push(...uses(evidence.words.get(token.fold), 'volume', word));
  const left = tokens[c.first]!.gap === 'edge' ? undefined : tokens[c.first - 1];
  const right = tokens[c.last + 1];
  if (left) list.push(`n:<${left.fold}`, `n:<${left.fold}|${word}`);
  if (right && right.gap !== 'edge') list.push(`n:>${right.fold}`, `n:>${right.fold}|${word}`);
  return list;
}

function open({ candidates }: Cluster, { tokens, series }: FeatureInput, someInFull: boolean): string[] {
  const longest = candidates.reduce((a, b) => (b.last - b.first > a.last - a.first ? b : a));
  const alike = candidates.filter(
    (c) => c.form.kind === longest.form.kind && c.given.length === longest.given.length,
  ).length;
  const region = tokens[longest.core]!.region;
  return [
    'u:bias',
    `u:series=${series}|${Math.min(2, alike)}`,
    `u:alike=${Math.min(3, alike)}|${longest.form.kind}`,
    `u:full=${someInFull}|${Math.min(2, alike)}`,
    `u:region=${region}`,
  ];
}

/** Words near the name that the description has too. */
function around(tokens: readonly Token[], { first, last }: Candidate, { rare }: PersonFacts): number {
  let shared = 0;
  for (let i = Math.max(0, first - 8); i <= Math.min(tokens.length - 1, last + 8); i++) {
    if ((i < first || i > last) && tokens[i]!.fold.length > 3 && rare.has(stem(tokens[i]!.fold))) shared++;
  }
  return shared;
}

function count(words: ReadonlySet<string>, among: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of words) if (among.has(word)) shared++;
  return shared;
}
