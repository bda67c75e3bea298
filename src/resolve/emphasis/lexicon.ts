/** Phrases known to be set in italics somewhere, and where a text has them. */

export interface PhraseFound {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const FIRST_WORD = /^\p{L}+/u;
const CAPITALISED = /[A-ZÀ-Þ][A-Za-zÀ-ɏ]*/g;

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\d]/u.test(char);

/** A pattern for a phrase in which `0` stands for any number. */
const pattern = (phrase: string): RegExp =>
  new RegExp(literally(phrase).replace(/0/g, '\\d+').replace(/ /g, '\\s'), 'y');

interface Entry {
  readonly phrase: string;
  readonly pattern: RegExp;
}

/**
 * Finds phrases by their first word: capitalised words are looked up as they come, the few others searched for one by one,
 * since most words of a text are in lower case and begin none.
 */
export class Lexicon {
  private readonly capitalised = new Map<string, Entry[]>();
  private readonly other = new Map<string, Entry[]>();

  /** Phrases have `0` for each number and begin with a letter. */
  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const first = FIRST_WORD.exec(phrase)?.[0];
      if (first === undefined) continue;
      const entries = /^\p{Lu}/u.test(first) ? this.capitalised : this.other;
      entries.set(first, [...(entries.get(first) ?? []), { phrase, pattern: pattern(phrase) }]);
    }
  }

  /** All places of all phrases; they may overlap. */
  find(text: string): PhraseFound[] {
    const out: PhraseFound[] = [];
    CAPITALISED.lastIndex = 0;
    for (let word = CAPITALISED.exec(text); word; word = CAPITALISED.exec(text)) {
      const entries = this.capitalised.get(word[0]);
      if (entries) match(text, word.index, entries, out);
    }
    for (const [first, entries] of this.other) {
      for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) match(text, at, entries, out);
    }
    return out;
  }
}

function match(text: string, start: number, entries: readonly Entry[], out: PhraseFound[]): void {
  if (isLetter(text[start - 1])) return;
  for (const { phrase, pattern } of entries) {
    pattern.lastIndex = start;
    if (pattern.test(text) && !isLetter(text[pattern.lastIndex])) out.push({ start, end: pattern.lastIndex, phrase });
  }
}
