/** Further forms that a list of one's own gives (`U.S.`, `R & D`): no model knows them, but the list says whose they are. */

import type { Term } from '../../authority/types.js';
import type { TermCandidate } from './candidates.js';

/** How sure a form is that the list gives sign by sign: the same letters may, rarely, mean something else. */
export const GIVEN_BY_LIST = 0.97;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the text has an alias of a term from an offset on. */
function aliasAt(aliases: readonly string[], start: number, text: string): Span | undefined {
  const fitting = aliases.filter(
    (one) => text.startsWith(one, start) && !/[\p{L}\p{N}]/u.test(text[start + one.length] ?? ' '),
  );
  const longest = Math.max(...fitting.map(({ length }) => length));
  return fitting.length === 0 ? undefined : { start, end: start + longest };
}

/** Whether the text has an alias of a term from an offset on. */
export const isAlias = ({ aliases }: Term, start: number, text: string): boolean =>
  aliases !== undefined && aliasAt(aliases, start, text) !== undefined;

/** The number of the candidate that the text has by an alias of its entry, the longest where one begins with another, and the alias' extent. */
export function byAlias(
  candidates: readonly TermCandidate[],
  spanOf: (candidate: TermCandidate) => Span,
  text: string,
): { readonly candidate: number; readonly span: Span } | undefined {
  if (!candidates.some(({ term }) => term.aliases)) return undefined;
  const found = candidates.flatMap((one, candidate) => {
    const { aliases } = one.term;
    const span = aliases && aliasAt(aliases, spanOf(one).start, text);
    return span ? [{ candidate, span }] : [];
  });
  const lengthOf = ({ span }: { readonly span: Span }): number => span.end - span.start;
  const longest = Math.max(...found.map(lengthOf));
  const best = found.filter((one) => lengthOf(one) === longest);
  return best.length === 1 ? best[0] : undefined;
}
