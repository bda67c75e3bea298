/** The forms of a list's terms in one trie over folded words. Built once a list. */

import { fold } from '../../authority/fold.js';
import type { Term } from '../../authority/types.js';
import { isCommonWord } from '../../authority/words.js';
import { part } from '../../features/hashed.js';
import { emptyTrie, nodeAt, type Trie } from '../trie.js';
import type { Word } from '../words.js';
import { type FormFacts, formFacts, isQualifier } from './form-facts.js';

export interface TermForm {
  readonly term: Term;
  /** The form as the list has it. */
  readonly form: string;
  readonly facts: FormFacts;
}

/** The forms of a list, ready to be looked up. */
export interface TermIndex {
  readonly root: Trie<TermForm>;
  /** Whether a word, or what it is the plural of, may begin a form: for most words that begin none it's told without a look at the trie. */
  readonly mayBegin: (word: Word) => boolean;
  /** Words that lack one letter of a form of one word. */
  readonly near: ReadonlyMap<string, readonly TermForm[]>;
}

/** A form's words as tokens have them: runs of letters and of digits. */
const formWords = (form: string): string[] => (form.match(/\p{L}[\p{L}\p{M}’'‘]*|\p{N}+/gu) ?? []).map(fold);

function insert(root: Trie<TermForm>, words: readonly string[], form: TermForm): void {
  if (words.length === 0) return;
  const { forms } = nodeAt(root, words);
  if (!forms.some((f) => f.term === form.term && f.form === form.form)) forms.push(form);
}

/** Shorter forms have too many neighbours by chance. */
const LONG = 5;

/** Lists misprint forms (`UNCFIN` for UNCFI): what is found where a letter is left out. */
function addNear(near: Map<string, TermForm[]>, word: string, form: TermForm): void {
  if (word.length < LONG) return;
  for (let i = 0; i < word.length; i++) {
    const short = word.slice(0, i) + word.slice(i + 1);
    const forms = near.get(short);
    if (!forms) near.set(short, [form]);
    else if (!forms.includes(form)) forms.push(form);
  }
}

/** The index of a list of terms; `Sec Def` is also found as `SecDef`, `C.T.` as `CT`. */
export function termIndex(terms: readonly Term[]): TermIndex {
  const root = emptyTrie<TermForm>();
  const near = new Map<string, TermForm[]>();
  for (const term of terms) {
    for (const form of term.forms) {
      const entry = { term, form, facts: formFacts(term, form) };
      if (isQualifier(entry.facts, form)) continue;
      const words = formWords(form);
      insert(root, words, entry);
      if (words.length === 1) addNear(near, words[0]!, entry);
      const joined = words.join('');
      if (words.length > 1 && joined.length > 1 && !isCommonWord(joined)) insert(root, [joined], entry);
      // U.N. for UN
      if (/^\p{Lu}{2,4}$/u.test(form)) insert(root, [...form].map(fold), entry);
    }
  }
  return { root, mayBegin: beginnings(root.next.keys()), near };
}

const BYTES = 1 << 13;

/** A filter by hashes: each word sets a byte, and so does its plural. */
function beginnings(words: Iterable<string>): TermIndex['mayBegin'] {
  const known = new Uint8Array(BYTES);
  for (const word of words) for (const one of [word, `${word}s`]) known[part(one).hash & (BYTES - 1)] = 1;
  return ({ part: { hash } }) => known[hash & (BYTES - 1)] === 1;
}
