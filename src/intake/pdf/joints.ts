/** How lines go on in the next: what stands between them, and whether a hyphen at the end is the printer's. */

import { hyphenOf, isCompoundLike, isDivided, wordsIn } from '../../text/divided-word.js';
import { oneLine } from '../../text/one-line.js';
import type { Remark } from '../tree.js';

export interface Joint {
  /** What the line ends with that is not of the text: a printer's hyphen. */
  readonly left: string;
  readonly between: '' | ' ';
}

/** Words that are told. */
const TOLD = 10;

/** Whether no blank stands where a line ends: at a dash, a stroke, a hyphen between figures, or in a word. */
const isGlued = (last: string, next: string): boolean =>
  /[—–/]$/.test(last) || /^[—–]\S/.test(next) || (/\d-$/.test(last) && /^\d/.test(next)) || isDivided(last, next);

export class Joints {
  private readonly words: ReadonlySet<string>;
  private readonly divides: boolean;
  private readonly doubts = new Set<string>();

  /** @param pages what the lines of each page say */
  constructor(pages: readonly (readonly string[])[]) {
    this.words = wordsIn(pages.flat());
    this.divides = pages.some((lines) => lines.some((line, i) => this.showsDivision(line, lines[i + 1])));
  }

  /** Whether a word is divided that nobody writes with a hyphen: most programs divide none, and break lines at words' own hyphens. */
  private showsDivision(line: string, next: string | undefined): boolean {
    if (next === undefined || !isDivided(line, next) || isCompoundLike(line, next)) return false;
    return hyphenOf(line, next, this.words) === 'printers';
  }

  of(last: string, next: string): Joint {
    const between = isGlued(last, next) ? '' : ' ';
    const hyphen = this.divides && isDivided(last, next) ? hyphenOf(last, next, this.words) : 'own';
    if (hyphen === 'own') return { left: '', between };
    if (hyphen === 'perhaps') this.doubts.add(`${/\S*$/.exec(last)![0]}${/^\S*/.exec(next)![0]}`);
    return { left: last.at(-1)!, between };
  }

  remarks(): Remark[] {
    if (this.doubts.size === 0) return [];
    const told = [...this.doubts].slice(0, TOLD).map((word) => `“${oneLine(word)}”`);
    const more = this.doubts.size > TOLD ? ', …' : '';
    return [
      {
        code: 'divided-word',
        severity: 'info',
        message: `hyphens at lines’ ends left out, which may be of the words: ${told.join(', ')}${more}`,
        hint: 'compare with the original: where the hyphen is of the word, put it back',
      },
    ];
  }
}
