/** Every form that a printed term stands for. */

const piecesOf = (printed: string): string[] =>
  printed.split(/\s*[;,]\s*|\s+or\s+/).filter((piece) => piece.trim() !== '');

interface Bracket {
  readonly before: string;
  /** White space before the bracket. */
  readonly gap: string;
  readonly inside: string;
  readonly after: string;
}

function bracketIn(piece: string): Bracket | undefined {
  const found = /^(.*?)(\s*)\(([^()]*)\)(.*)$/s.exec(piece);
  if (!found) return undefined;
  const [, before = '', gap = '', inside = '', after = ''] = found;
  return { before, gap, inside, after };
}

const PLURAL = /^e?s$/;

/** Whether only a bracket inside a word makes a form: NAT and NATO of `NAT(O)`, but not `LSTs` of `LST(s)`. */
export function isOfBracket(form: string, printed: string): boolean {
  if (!printed.includes('(')) return false;
  const pieces = piecesOf(printed);
  if (pieces.includes(form)) return false;
  return pieces.some((piece) => {
    const bracket = bracketIn(piece);
    if (bracket?.gap !== '' || bracket.before === '' || PLURAL.test(bracket.inside)) return false;
    const { before, inside, after } = bracket;
    return form === before + after || form === before + inside + after;
  });
}

/**
 * - `NAT(O)` → NAT, NATO; `LST(s)` → LST, LSTs; `C(h)` → C, Ch.
 * - `POW (PW)`, `PM, PRIMIN`, `WEO or WEOG`, `Delga; DelGA` → both.
 * - `A–1 (Skyrider)` → A–1, Skyrider, and the whole.
 */
export function termForms(printed: string): string[] {
  const forms = new Set<string>();
  const add = (form: string): void => {
    const tidy = form
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[,;:]+$/, '');
    if (/[\p{L}\p{N}]/u.test(tidy)) forms.add(tidy);
  };
  for (const piece of piecesOf(printed)) {
    const bracket = bracketIn(piece);
    if (!bracket) {
      add(piece);
      continue;
    }
    const { before, gap, inside, after } = bracket;
    if (gap !== '' && before !== '') {
      add(before + after);
      add(inside);
    } else {
      add(before + after);
      add(before + inside + after);
    }
    add(piece);
  }
  return [...forms];
}
