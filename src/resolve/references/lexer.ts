/** Tokens of a reference, read on demand from any place of a text. */

export type TokenKind = 'word' | 'number' | 'roman' | 'mark' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export const DASHES: readonly string[] = ['–', '-', '—'];

const TOKEN = /\s*(?:(\d+[A-Za-z]?(?![\p{L}\d]))|([IVXLC]+|[ivxlc]+)(?![\p{L}\d’'])|([\p{L}\d][\p{L}\d’'-]*)|(\S))/uy;

export class Reader {
  constructor(
    readonly text: string,
    public at: number,
  ) {}

  peek(): Token {
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.text);
    if (!match) return { kind: 'end', text: '', start: this.text.length, end: this.text.length };
    const end = TOKEN.lastIndex;
    const kind = match[1] ? 'number' : match[2] ? 'roman' : match[3] ? 'word' : 'mark';
    const text = (match[1] ?? match[2] ?? match[3] ?? match[4])!;
    return { kind, text, start: end - text.length, end };
  }

  take(): Token {
    const token = this.peek();
    this.at = token.end;
    return token;
  }

  /** Take the next token if it is one of these, in any case; a full stop that abbreviates it goes with it. */
  skip(words: readonly string[]): Token | undefined {
    const token = this.peek();
    if (token.kind === 'end' || !words.includes(token.text.toLowerCase())) return undefined;
    this.at = token.end;
    return token;
  }

  /** Try a reading; go back where it gives nothing. */
  attempt<T>(reading: () => T | undefined): T | undefined {
    const before = this.at;
    const result = reading();
    if (result === undefined) this.at = before;
    return result;
  }
}
