/**
 * How a text is set: apostrophes, dashes and ellipses. Volumes that were encoded together share them, and with them habits
 * that leave no trace in the text, such as where an emphasis ends.
 */

/** How often each form occurs. */
export interface Typography {
  /** `don’t` and `don't`. */
  readonly curly: number;
  readonly straight: number;
  /** `12–14` and `12-14`. */
  readonly enDash: number;
  readonly hyphen: number;
  /** `…`, `. . .` and `...` */
  readonly ellipsis: number;
  readonly spacedDots: number;
  readonly dots: number;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Whether a character is a letter of ASCII. */
export const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/**
 * How often a sign stands inside a text where `holds` is true of it: given the codes of the characters before and after, and its place.
 * To search for each sign takes less time than to look at each character.
 */
function count(text: string, sign: string, holds: (before: number, after: number, at: number) => boolean): number {
  let found = 0;
  for (let at = text.indexOf(sign, 1); at >= 0 && at + 1 < text.length; at = text.indexOf(sign, at + 1))
    if (holds(text.charCodeAt(at - 1), text.charCodeAt(at + 1), at)) found++;
  return found;
}

const STOP = 0x2e;
const SPACE = 0x20;
const inWord = (before: number, after: number): boolean => isLetter(before) && isLetter(after);
const inRange = (before: number, after: number): boolean => isDigit(before) && isDigit(after);
const inDots = (before: number, after: number): boolean => before === STOP && after === STOP;

/** Count the forms of a text. */
export const typographyOf = (text: string): Typography => ({
  curly: count(text, '’', inWord),
  straight: count(text, "'", inWord),
  enDash: count(text, '–', inRange),
  hyphen: count(text, '-', inRange),
  ellipsis: count(text, '…', () => true),
  spacedDots: count(text, '.', (_, after, at) => after === SPACE && text.startsWith(' . .', at + 1)),
  dots: count(text, '.', inDots),
});

/** The prevailing forms of the texts of one volume, as three signs: `’–…`; `?` where a text shows none. */
export function mannerOf(texts: readonly Typography[]): string {
  const sum = (form: keyof Typography): number => texts.reduce((total, counts) => total + counts[form], 0);
  const prevailing = (forms: readonly (readonly [string, keyof Typography])[]): string => {
    let best = ['?', 0] as readonly [string, number];
    for (const [sign, form] of forms) if (sum(form) > best[1]) best = [sign, sum(form)];
    return best[0];
  };
  return [
    prevailing([
      ['’', 'curly'],
      ["'", 'straight'],
    ]),
    prevailing([
      ['–', 'enDash'],
      ['-', 'hyphen'],
    ]),
    prevailing([
      ['…', 'ellipsis'],
      ['.', 'spacedDots'],
      [':', 'dots'],
    ]),
  ].join('');
}
