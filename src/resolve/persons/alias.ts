/** Further names that a list of one's own gives (`LBJ`, `Gimo`): no model knows them, but the list says whose they are. */

import type { Token } from '../tokens.js';
import type { Candidate } from './candidates.js';

/** How sure a name is that the list gives word by word: the same letters may, rarely, mean something else. */
export const GIVEN_BY_LIST = 0.97;

function hasAlias({ person, last }: Candidate, tokens: readonly Token[], text: string): boolean {
  const { end } = tokens[last]!;
  return (person.aliases ?? []).some((alias) => {
    const start = end - alias.length;
    return text.slice(Math.max(0, start), end) === alias && !/[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ');
  });
}

/** The number of the one reading that the text has by an alias of its entry; undefined where there is none, or more. */
export function byAlias(candidates: readonly Candidate[], tokens: readonly Token[], text: string): number | undefined {
  const found = candidates.flatMap((candidate, i) => (hasAlias(candidate, tokens, text) ? [i] : []));
  return found.length === 1 ? found[0] : undefined;
}
