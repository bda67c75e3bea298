/** What stands before and after a name, as features name it. */

import { SUFFIXES, TITLES } from '../../authority/titles.js';
import { isCommonWord, isForename } from '../../authority/words.js';
import { literal, type Part } from '../../features/hashed.js';
import type { Token } from '../tokens.js';

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

/** A part for each way of hanging together and each kind of neighbour, made once. */
const made = new Map<string, Map<string, Part>>();

function beside(gap: string, kind: string): Part {
  let row = made.get(gap);
  if (!row) {
    row = new Map();
    made.set(gap, row);
  }
  let found = row.get(kind);
  if (!found) {
    found = literal(`${gap === 'space' ? '' : gap}${kind}`);
    row.set(kind, found);
  }
  return found;
}

/** What stands before token `first`. */
export function before(tokens: readonly Token[], first: number): Part {
  const { gap } = tokens[first]!;
  return gap === 'edge' || gap === 'break' ? beside(gap, '') : beside(gap, neighbour(tokens[first - 1]));
}

/** What stands after token `last`. */
export function after(tokens: readonly Token[], last: number): Part {
  const next = tokens[last + 1];
  if (tokens[last]!.possessive) return beside('poss', next ? next.shape : '');
  if (!next || next.gap === 'edge' || next.gap === 'break') return beside(next ? next.gap : 'edge', '');
  return beside(next.gap, neighbour(next));
}

export const SYNONYMS: Readonly<Record<string, string>> = {
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

/** Titles right before a name, nearest first, and the words from which an office can be told: `Secretary of State`. */
export function titlesBefore(tokens: readonly Token[], first: number): string[] {
  const titles: string[] = [];
  for (let i = first - 1; i >= 0 && first - i <= 5; i--) {
    const { fold } = tokens[i]!;
    if (i < first - 1 && (tokens[i + 1]!.gap === 'break' || tokens[i + 1]!.gap === 'edge')) break;
    if (i === first - 1 && tokens[first]!.gap !== 'space' && tokens[first]!.gap !== 'stop') break;
    if (TITLES.has(fold)) titles.push(SYNONYMS[fold] ?? fold);
    else if (titles.length === 0) break;
  }
  return titles;
}
