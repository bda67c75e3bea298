/** Words, numbers and marks of a dateline, with their places. */

export type TokenKind = 'word' | 'number' | 'mark';

/** `start…end` are offsets in the text that was cut. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** It is a bracket or question mark of an editor: readable without it. */
  readonly editorial: boolean;
}

const PATTERN = /[\p{L}’']+|\d+|-{2,3}|[^\s\p{L}\d’']/gu;
const EDITORIAL = new Set(['[', ']', '(', ')', '?']);

export function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  for (const match of line.matchAll(PATTERN)) {
    const found = match[0];
    const first = found.charCodeAt(0);
    const kind = first >= 48 && first <= 57 ? 'number' : /\p{L}/u.test(found) ? 'word' : 'mark';
    const { index } = match;
    // Typewriters and plain text have two hyphens for a dash.
    const text = found.startsWith('--') ? '—' : found;
    const lower = text.toLowerCase();
    tokens.push({ kind, text, lower, start: index, end: index + found.length, editorial: EDITORIAL.has(text) });
  }
  return tokens;
}

/** A cursor over tokens that reads through an editor's brackets. */
export class Cursor {
  constructor(
    readonly tokens: readonly Token[],
    public at = 0,
  ) {}

  /** The next token that says something; stays before it. */
  peek(): Token | undefined {
    let i = this.at;
    while (this.tokens[i]?.editorial) i++;
    return this.tokens[i];
  }

  take(): Token | undefined {
    while (this.tokens[this.at]?.editorial) this.at++;
    return this.tokens[this.at++];
  }

  /** Take the next token if it is one of these words or marks. */
  skip(...lower: readonly string[]): Token | undefined {
    const next = this.peek();
    return next && lower.includes(next.lower) ? this.take() : undefined;
  }

  /** Try a reading; stay where we were if it fails. */
  attempt<T>(reading: (cursor: Cursor) => T | undefined): T | undefined {
    const before = this.at;
    const result = reading(this);
    if (result === undefined) this.at = before;
    return result;
  }
}
