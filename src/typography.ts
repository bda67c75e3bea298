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
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Count the forms of a text. */
export function typographyOf(text: string): Typography {
  let [curly, straight, enDash, hyphen, ellipsis, spacedDots, dots] = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 1; i + 1 < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isLetter(code) || code === 32) continue;
    const [before, after] = [text.charCodeAt(i - 1), text.charCodeAt(i + 1)];
    if (code === 0x2019) curly += isLetter(before) && isLetter(after) ? 1 : 0;
    else if (code === 0x27) straight += isLetter(before) && isLetter(after) ? 1 : 0;
    else if (code === 0x2013) enDash += isDigit(before) && isDigit(after) ? 1 : 0;
    else if (code === 0x2d) hyphen += isDigit(before) && isDigit(after) ? 1 : 0;
    else if (code === 0x2026) ellipsis++;
    else if (code === 0x2e && after === 0x2e && before === 0x2e) dots++;
    else if (code === 0x2e && after === 0x20 && text.startsWith(' . .', i + 1)) spacedDots++;
  }
  return { curly, straight, enDash, hyphen, ellipsis, spacedDots, dots };
}

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
