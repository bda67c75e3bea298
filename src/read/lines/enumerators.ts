/** What items of lists are counted by: `1.`, `(a)`, `iv)`. */

export interface Enumerator {
  readonly open: string;
  readonly token: string;
  readonly close: string;
  readonly length: number;
}

const ENUMERATOR = /^(\(?)(\d{1,2}|[ivx]{1,4}|[A-Za-z])([.)]{1,2})(?=\s)/;

export function enumeratorAt(text: string): Enumerator | undefined {
  const match = ENUMERATOR.exec(text);
  if (!match) return undefined;
  return { open: match[1]!, token: match[2]!, close: match[3]!, length: match[0].length };
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

export const isFirst = ({ token }: Enumerator): boolean => ['1', 'a', 'A', 'i', 'I'].includes(token);

/** The tokens that can come after one: `i` is a letter or a Roman number. */
export function after(token: string): string[] {
  if (/^\d/.test(token)) return [String(Number(token) + 1)];
  const next: string[] = [];
  if (token.length === 1 && !/[zZ]/.test(token)) next.push(String.fromCharCode(token.charCodeAt(0) + 1));
  const roman = ROMAN.indexOf(token);
  if (roman >= 0 && roman + 1 < ROMAN.length) next.push(ROMAN[roman + 1]!);
  return next;
}
