/** Phrases known to be set in italics somewhere, and where a text has them. */

export interface PhraseFound {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const FIRST_WORD = /^\p{L}+/u;
const WORDS = /[A-Za-zÀ-ɏ]+/g;

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\d]/u.test(char);

/** A pattern for a phrase in which `0` stands for any number. */
const pattern = (phrase: string): RegExp =>
  new RegExp(literally(phrase).replace(/0/g, '\\d+').replace(/ /g, '\\s'), 'y');

interface Entry {
  readonly phrase: string;
  readonly pattern: RegExp;
}

/** Finds phrases by their first word. */
export class Lexicon {
  private readonly byFirst = new Map<string, Entry[]>();

  /** Phrases have `0` for each number and begin with a letter. */
  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const first = FIRST_WORD.exec(phrase)?.[0];
      if (first === undefined) continue;
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), { phrase, pattern: pattern(phrase) }]);
    }
  }

  /** All places of all phrases; they may overlap. */
  find(text: string): PhraseFound[] {
    const out: PhraseFound[] = [];
    WORDS.lastIndex = 0;
    for (let word = WORDS.exec(text); word; word = WORDS.exec(text)) {
      const entries = this.byFirst.get(word[0]);
      if (!entries || isLetter(text[word.index - 1])) continue;
      for (const { phrase, pattern } of entries) {
        pattern.lastIndex = word.index;
        if (!pattern.test(text) || isLetter(text[pattern.lastIndex])) continue;
        out.push({ start: word.index, end: pattern.lastIndex, phrase });
      }
    }
    return out;
  }
}
