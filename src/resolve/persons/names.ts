/** All ways in which a person of the list may be named, in one trie over folded words. Built once a list. */

import { fold } from '../../authority/fold.js';
import type { NameParts } from '../../authority/name.js';
import { forenamesOf } from '../../authority/nicknames.js';
import { PARTICLES, RANKS, TITLES } from '../../authority/titles.js';
import type { Person } from '../../authority/types.js';
import { isCommonWord } from '../../authority/words.js';
import type { Token } from '../tokens.js';
import { emptyTrie, nodeAt, type Trie } from '../trie.js';

/**
 * What a form is of the printed name:
 * - `surname`; of a surname of several words `tail` (without its particle), `first` or `last` word;
 * - `whole` for a name without a comma (`Chou En-lai`), of it `whole-first`, `whole-last`, `whole-given` (all but the first),
 *   `whole-middle`;
 * - `given` for a forename alone; `rank` for a title that only one person has (`Generalissimo`).
 */
export type FormKind =
  | 'surname'
  | 'tail'
  | 'first'
  | 'last'
  | 'whole'
  | 'whole-first'
  | 'whole-last'
  | 'whole-given'
  | 'whole-middle'
  | 'given'
  | 'nickname'
  | 'rank';

/** A form of a person's name. `other`: of a name in brackets or an alias. */
export interface NameForm {
  readonly person: Person;
  readonly kind: FormKind;
  readonly other: boolean;
  /** Folded forenames that may stand before the form. */
  readonly given: readonly string[];
  readonly length: number;
  /** The words as the list spells them, in lower case with their hyphens. */
  readonly spelling: string;
}

export interface NameIndex {
  readonly root: Trie<NameForm>;
  readonly byId: ReadonlyMap<string, Person>;
  /** How many persons have a folded word as (part of) their surname. */
  readonly sharing: ReadonlyMap<string, number>;
}

/** The folded words of a printed name; hyphens part words. */
const wordsOf = (parts: readonly string[]): string[] =>
  parts.flatMap((part) => part.split(/[-–‑.]/).map(fold)).filter((word) => word !== '');

/** How a list spells words, in the form in which {@link spellingOf} gives a text's. */
const listed = (parts: readonly string[]): string =>
  parts.join(' ').replace(/[–‑]/g, '-').replace(/\./g, '').toLowerCase();

/** How tokens are spelt: lower case, joined as in the text. */
export function spellingOf(tokens: readonly Token[], first: number, last: number): string {
  let spelling = tokens[first]!.text;
  for (let i = first + 1; i <= last; i++) spelling += (tokens[i]!.gap === 'hyphen' ? '-' : ' ') + tokens[i]!.text;
  return spelling.toLowerCase();
}

function insert(
  root: Trie<NameForm>,
  words: readonly string[],
  form: Omit<NameForm, 'length' | 'spelling'>,
  parts: readonly string[],
): void {
  if (words.length === 0 || (words.length === 1 && words[0]!.length < 2)) return;
  const { forms } = nodeAt(root, words);
  const given = form.given.join(' ');
  if (forms.some((f) => f.person === form.person && (given === '' || f.given.join(' ') === given))) return;
  const { person, kind, other } = form;
  forms.push({ person, kind, other, given: form.given, length: words.length, spelling: listed(parts) });
}

/** Words with and without their hyphens: `En-lai` → en lai, enlai. */
function* spellings(parts: readonly string[]): Generator<string[]> {
  yield wordsOf(parts);
  if (parts.some((part) => /[-–‑]/.test(part))) yield parts.map(fold).filter((word) => word !== '');
}

function addWestern(root: Trie<NameForm>, person: Person, parts: NameParts, other: boolean): void {
  const given = wordsOf(parts.given);
  const form = (kind: FormKind) => ({ person, kind, other, given });
  for (const surname of spellings(parts.surname)) {
    insert(root, surname, form('surname'), parts.surname);
    if (surname.length < 2) continue;
    insert(root, [surname.join('')], form('surname'), parts.surname);
    let from = 0;
    while (from < surname.length - 1 && PARTICLES.has(surname[from]!)) from++;
    if (from > 0) insert(root, surname.slice(from), form('tail'), parts.surname.slice(from));
    const last = surname.at(-1)!;
    insert(root, [last], form('last'), parts.surname.slice(-1));
    if (from === 0) {
      insert(root, [surname[0]!], form('first'), parts.surname.slice(0, 1));
      for (const word of surname.slice(1, -1)) if (!PARTICLES.has(word)) insert(root, [word], form('last'), [word]);
    }
  }
  // Arabic and Spanish names are used by any of their parts: `Nasser, Gamal Abdel` but also `Yahya` for `Khan, Agha Yahya`.
  for (const word of given)
    if (!PARTICLES.has(word) && word.length > 2) insert(root, [word], { ...form('given'), given: [] }, [word]);
  // A forename before the surname in the printed order too: `Kim, Il Sung`.
  for (const surname of spellings(parts.surname))
    for (const rest of spellings(parts.given))
      insert(root, [...surname, ...rest], form('whole'), [...parts.surname, ...parts.given]);
}

function addWhole(root: Trie<NameForm>, person: Person, parts: NameParts, other: boolean): void {
  const form = (kind: FormKind) => ({ person, kind, other, given: [] as string[] });
  const { whole } = parts;
  for (const words of spellings(whole)) {
    insert(root, words, form('whole'), whole);
    insert(root, [words.join('')], form('whole'), whole);
  }
  if (whole.length < 2) return;
  for (const words of spellings(whole.slice(1))) insert(root, words, form('whole-given'), whole.slice(1));
  for (const words of spellings(whole.slice(-1))) insert(root, words, form('whole-last'), whole.slice(-1));
  for (const words of spellings(whole.slice(0, 1))) insert(root, words, form('whole-first'), whole.slice(0, 1));
  for (let i = 1; i < whole.length - 1; i++) {
    if (!PARTICLES.has(fold(whole[i]!)))
      for (const words of spellings([whole[i]!])) insert(root, words, form('whole-middle'), [whole[i]!]);
    for (const words of spellings(whole.slice(0, i + 1)))
      insert(root, words, form('whole-first'), whole.slice(0, i + 1));
  }
}

function addParts(root: Trie<NameForm>, person: Person, parts: NameParts, other: boolean): void {
  if (parts.surname.length > 0) addWestern(root, person, parts, other);
  else if (parts.whole.length > 0) addWhole(root, person, parts, other);
  for (const title of parts.titles) {
    const word = fold(title);
    if (RARE.has(word)) insert(root, [word], { person, kind: 'rank', other, given: [] }, [title]);
  }
  for (const bracket of parts.others) addParts(root, person, bracket, true);
}

/** Ranks that can stand for a person alone. */
const RARE = new Set(
  ['generalissimo', 'tunku', 'tengku', 'ayatollah', 'emperor', 'sultan'].filter((r) => RANKS.has(r)),
);

/** The index of a list of persons. */
export function nameIndex(persons: readonly Person[]): NameIndex {
  const root = emptyTrie<NameForm>();
  const sharing = new Map<string, number>();
  for (const person of persons) {
    addParts(root, person, person.parts, false);
    const { surname, whole } = person.parts;
    const words = new Set(surname.length > 0 ? wordsOf(surname) : wordsOf(whole));
    for (const word of words) sharing.set(word, (sharing.get(word) ?? 0) + 1);
  }
  return { root, byId: new Map(persons.map((p) => [p.id, p])), sharing };
}

/** One Arabic word in the spellings that forenames begin with: `Abd al-Rahman`, `Abdul Rahman`, `Abdel Rahman`. */
const ABD = new Set(['abd', 'abdul', 'abdel', 'abdal', 'abdol', 'abdur', 'abdou']);

/** How a word before a surname agrees with the forenames: the forename itself, its initial, a familiar form, or nothing. */
export function agrees(word: string, given: string): 'full' | 'initial' | 'nickname' | undefined {
  if (word === given) return given.length > 1 ? 'full' : 'initial';
  if (word.length === 1 && given.startsWith(word)) return 'initial';
  if (given.length === 1 && word.startsWith(given) && !TITLES.has(word) && !isCommonWord(word)) return 'initial';
  if (ABD.has(word) && ABD.has(given)) return 'full';
  if (forenamesOf(word).includes(given) || forenamesOf(given).includes(word)) return 'nickname';
  // Spellings: Mohammed and Mohammad, Alexei and Aleksei.
  if (word.length > 4 && given.length > 4 && word[0] === given[0] && near(word, given)) return 'full';
  return undefined;
}

/** At most one letter is different, missing or added, or two in long words of one length. */
function near(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
