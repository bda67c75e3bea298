/** Hyphens by which a line's end divides a word: the printer's are no part of the text. */

import type { Diagnostic } from '../../diagnostic.js';
import { type Source, textOf } from '../../source.js';
import { halvesOf, hyphenOf, isDivided, wordsIn } from '../../text/divided-word.js';
import type { Line } from '../lines/chunks.js';

/** Tells hyphens of lines that go on in the next. */
export class Hyphens {
  private words: ReadonlySet<string> | undefined;
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly of: Source,
    private readonly lines: readonly Line[],
  ) {}

  /** Whether a line ends in a hyphen of the printer's. What nothing but the shape of the word tells is told. */
  isPrinters(line: Line, next: Line): boolean {
    const [text, after] = [textOf(this.of, line), textOf(this.of, next)];
    if (!isDivided(text, after)) return false;
    this.words ??= wordsIn(this.lines.map((one) => textOf(this.of, one)));
    const hyphen = hyphenOf(text, after, this.words);
    if (hyphen === 'perhaps') this.diagnostics.push(this.doubt(text, after, line.end));
    return hyphen !== 'own';
  }

  private doubt(text: string, after: string, end: number): Diagnostic {
    const [first, rest] = halvesOf(text, after);
    return {
      ...{ severity: 'info', code: 'divided-word', start: end - 1, end },
      message: `“${first}-” at the end of a line is read as the first part of “${first}${rest}”`,
      hint: 'if the hyphen is of the word, write the word on one line',
    };
  }
}
