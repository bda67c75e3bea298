/** The forms of a list's terms in one trie over folded words. Built once a list. */

import { fold } from '../../authority/fold.js';
import type { Term } from '../../authority/types.js';

export interface TermForm {
  readonly term: Term;
  /** The form as the list has it. */
  readonly form: string;
}

export interface TermTrie {
  readonly next: Map<string, TermTrie>;
  readonly forms: TermForm[];
}

const node = (): TermTrie => ({ next: new Map(), forms: [] });

/** A form's words as tokens have them: runs of letters and of digits. */
const formWords = (form: string): string[] => (form.match(/\p{L}[\p{L}\p{M}’'‘]*|\p{N}+/gu) ?? []).map(fold);

function insert(root: TermTrie, words: readonly string[], form: TermForm): void {
  if (words.length === 0) return;
  let at = root;
  for (const word of words) {
    let next = at.next.get(word);
    if (!next) {
      next = node();
      at.next.set(word, next);
    }
    at = next;
  }
  if (!at.forms.some((f) => f.term === form.term && f.form === form.form)) at.forms.push(form);
}

/** The trie of a list of terms; `Sec Def` is also found as `SecDef`, `C.T.` as `CT`. */
export function termTrie(terms: readonly Term[]): TermTrie {
  const root = node();
  for (const term of terms) {
    for (const form of term.forms) {
      const words = formWords(form);
      insert(root, words, { term, form });
      if (words.length > 1 && words.join('').length > 1) insert(root, [words.join('')], { term, form });
      // U.N. for UN
      if (/^\p{Lu}{2,4}$/u.test(form)) insert(root, [...form].map(fold), { term, form });
    }
  }
  return root;
}
