/** Every form that a printed term stands for. */

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
  for (const piece of printed.split(/\s*[;,]\s*|\s+or\s+/)) {
    if (piece.trim() === '') continue;
    const bracket = /^(.*?)(\s*)\(([^()]*)\)(.*)$/s.exec(piece);
    if (!bracket) {
      add(piece);
      continue;
    }
    const [, before = '', gap = '', inside = '', after = ''] = bracket;
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
