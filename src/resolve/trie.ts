/** Forms of several words, found word by word. */

export interface Trie<Form> {
  readonly next: Map<string, Trie<Form>>;
  /** Forms that end here. */
  readonly forms: Form[];
}

export const emptyTrie = <Form>(): Trie<Form> => ({ next: new Map(), forms: [] });

/** The node at which some words end; made where there is none. */
export function nodeAt<Form>(root: Trie<Form>, words: readonly string[]): Trie<Form> {
  let at = root;
  for (const word of words) {
    let next = at.next.get(word);
    if (!next) {
      next = emptyTrie();
      at.next.set(word, next);
    }
    at = next;
  }
  return at;
}
