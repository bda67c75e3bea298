/** What a document tells about itself before any name in it is decided: its date, its heading, who is named in full. */

import { monthOf } from '../../authority/period.js';
import { isCommonWord } from '../../authority/words.js';
import { ENGLISH_MONTHS } from '../../text/months.js';
import type { Token } from '../tokens.js';
import type { Cluster } from './candidates.js';
import { type WordUse, wordUses } from './words.js';

export interface DocumentContext {
  /** Months since year 0 (see `monthOf`); undefined where no date is found. */
  readonly month: number | undefined;
  /** Stems of the heading's, dateline's and source line's words. */
  readonly heading: ReadonlySet<string>;
  /** Ids of persons who are named with forenames (or in full) somewhere. */
  readonly inFull: ReadonlySet<string>;
  /** How words that may be names are used. */
  readonly words: ReadonlyMap<string, WordUse>;
  /** The heading says that the Department of State is the sender. */
  readonly fromDepartment: boolean;
  /** Whether a token belongs to the source note. */
  isSource(token: number): boolean;
}

/** The first month and year in heading matter, else in the first 150 tokens; a year alone counts as its July. */
function monthIn(tokens: readonly Token[]): number | undefined {
  const find = (list: readonly Token[]): number | undefined => {
    for (let i = 0; i < list.length; i++) {
      const year = list[i]!.shape === 'd' && /^1[89]\d\d$/.test(list[i]!.text) ? Number(list[i]!.text) : 0;
      if (year === 0) continue;
      for (let back = 1; back <= 5 && i - back >= 0; back++) {
        const month = ENGLISH_MONTHS.indexOf(list[i - back]!.fold);
        if (month >= 0) return monthOf(year, month);
      }
    }
    return undefined;
  };
  return (
    find(tokens.filter((t) => t.region === 'head' || t.region === 'dateline' || t.region === 'seg')) ??
    find(tokens.slice(0, 150))
  );
}

function fromDepartment(tokens: readonly Token[]): boolean {
  let from = false;
  for (const { region, fold } of tokens) {
    if (region !== 'head') continue;
    if (fold === 'to') return false;
    if (fold === 'from') from = true;
    if (from && fold === 'department') return true;
  }
  return false;
}

/** The tokens of the note that begins “Source:”. */
function sourceNote(tokens: readonly Token[]): { first: number; end: number } {
  const opens = ({ region, gap }: Token): boolean => region === 'note' && gap === 'edge';
  const first = tokens.findIndex((token) => opens(token) && token.fold === 'source');
  if (first < 0) return { first: 0, end: 0 };
  let end = first + 1;
  while (end < tokens.length && !opens(tokens[end]!)) end++;
  return { first, end };
}

export function documentContext(tokens: readonly Token[], clusters: readonly Cluster[]): DocumentContext {
  const heading = new Set<string>();
  for (const { region, fold, word } of tokens) {
    if ((region === 'head' || region === 'dateline' || region === 'sourceLine') && fold.length > 3)
      heading.add(word.stem);
  }
  const inFull = new Set<string>();
  for (const { candidates } of clusters) {
    for (const { given, form, person, first, last } of candidates) {
      const whole =
        form.kind === 'whole' &&
        last > first &&
        form.length > 1 &&
        !tokens.slice(first, last + 1).some((t) => isCommonWord(t.fold));
      if (given.some((g) => g !== 'nickname') || whole) inFull.add(person.id);
    }
  }
  const source = sourceNote(tokens);
  return {
    month: monthIn(tokens),
    heading,
    inFull,
    words: wordUses(tokens, clusters),
    fromDepartment: fromDepartment(tokens),
    isSource: (token) => token >= source.first && token < source.end,
  };
}
