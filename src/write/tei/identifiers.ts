/** Identifiers of notes and pages: `d38fn2`, `pg_81`, a document's own page `d38-01`; unique in the document whatever the text repeats. */

import { eachLeaf } from '../../ledger.js';
import { ownPages } from '../../text/own-page.js';
import type { Document, PageBreak } from '../../tree.js';

/** How a symbol is spelt in an identifier, which can't hold it. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '*': 'ast',
  '†': 'dag',
  '‡': 'ddag',
  '§': 'sect',
  '¶': 'para',
  '#': 'hash',
};

const NOT_IN_NAMES = /[^\p{L}\p{N}._-]/gu;

const PLAIN = /^[\dA-Za-z]+$/;

const spell = (n: string): string =>
  PLAIN.test(n) ? n : n.replace(/[*†‡§¶#]/g, (symbol) => SYMBOLS[symbol] as string).replace(NOT_IN_NAMES, '_');

/** Make names unique by a letter: `d38fn1`, `d38fn1b`, `d38fn1c` … */
function unique(names: readonly string[]): string[] {
  const taken = new Set<string>();
  const tried = new Map<string, number>(); // so many letters after a name are known to be taken
  return names.map((name) => {
    let candidate = name;
    if (taken.has(name)) {
      let i = tried.get(name) ?? 0;
      while (taken.has(candidate)) {
        i++;
        candidate = `${name}${i < 26 ? String.fromCharCode(97 + i) : `_${i}`}`;
      }
      tried.set(name, i);
    }
    taken.add(candidate);
    return candidate;
  });
}

/** `xml:id` of each note, by index. */
export function noteIds(document: Document): string[] {
  return unique(document.notes.map((note) => `${document.context.id}fn${spell(note.n)}`));
}

/** `xml:id` of each page break. */
export function pageIds(document: Document): Map<PageBreak, string> {
  const breaks: PageBreak[] = [];
  eachLeaf(document.blocks, (leaf) => {
    if (leaf.type === 'pb') breaks.push(leaf);
  });
  const name = ownPages(document, breaks[0]?.n) ?? ((n: string) => `pg_${n}`);
  const ids = unique(breaks.map((leaf) => name(spell(leaf.n))));
  return new Map(breaks.map((leaf, i) => [leaf, ids[i]!]));
}
