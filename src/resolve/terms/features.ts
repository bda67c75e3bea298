/** Features of the readings of a cluster: what the model of terms weighs. */

import { isCommonWord } from '../../authority/words.js';
import type { Token } from '../tokens.js';
import type { TermCandidate, TermCluster } from './candidates.js';

const dashes = (text: string): string => text.replace(/[–‑—]/g, '-').replace(/\s+/g, ' ');

/** Where a reading begins and ends in the source. */
export const termSpan = (
  tokens: readonly Token[],
  { first, last, plural }: TermCandidate,
): { start: number; end: number } => ({
  start: tokens[first]!.start,
  end: tokens[last]!.end - (plural ? 1 : 0),
});

/** How the text's form agrees with the list's. */
function spelling(here: string, form: string): string {
  if (here === form) return 'same';
  const [a, b] = [dashes(here), dashes(form)];
  if (a === b) return 'dash';
  if (a === a.toUpperCase() && a === b.toUpperCase()) return 'upper';
  if (a.slice(1) === b.slice(1) && a[0]!.toLowerCase() === b[0]!.toLowerCase()) return 'first';
  if (a.toLowerCase() === b.toLowerCase()) return a === a.toLowerCase() ? 'lower' : 'case';
  const [tightA, tightB] = [a.replace(/[-\s./]/g, ''), b.replace(/[-\s./]/g, '')];
  return tightA === tightB ? 'parts' : 'other';
}

/** The kind of form that the list has: what it is built of and how long it is. */
function kindOf(form: string): string {
  const long = Math.min(5, form.length);
  if (/^\p{Lu}+$/u.test(form)) return `upper${long}`;
  if (/^\p{Lu}\p{Ll}+$/u.test(form)) return `capital${long}`;
  if (/^\p{Ll}+$/u.test(form)) return `lower${long}`;
  if (/^\p{L}+$/u.test(form)) return 'mixed';
  if (/\s/.test(form)) return 'words';
  return /\d/.test(form) ? 'digits' : 'signs';
}

const wordOf = (token: Token | undefined, gap: string): string => (token && gap !== 'edge' ? token.fold : '-');

/** Features of every candidate of the cluster, then of “none of them”. */
export function termFeatures(
  { candidates, first, last }: TermCluster,
  tokens: readonly Token[],
  text: string,
): string[][] {
  const longest = Math.max(...candidates.map((c) => c.last - c.first));
  const options = candidates.map((candidate, i) => {
    const { start, end } = termSpan(tokens, candidate);
    const { form } = candidate;
    const spelled = spelling(text.slice(start, end), form);
    const kind = kindOf(form);
    const [token, next] = [tokens[candidate.first]!, tokens[candidate.last + 1]];
    const left = token.gap;
    const right = next?.gap ?? 'edge';
    const before = tokens[candidate.first - 1];
    const word = isCommonWord(token.fold) && candidate.first === candidate.last ? 'word' : 'no-word';
    const name = dashes(form).toLowerCase();
    const size = candidate.last - candidate.first === longest ? 'longest' : 'shorter';
    return [
      't:bias',
      `t:form=${name}`,
      `t:form=${name}|${spelled}`,
      `t:spelled=${spelled}|${kind}`,
      `t:spelled=${spelled}|${word}`,
      `t:shape=${token.shape}|${word}|${kind}`,
      `t:size=${size}`,
      `t:order=${Math.min(2, i)}`,
      `t:plural=${candidate.plural}|${kind}`,
      `t:region=${token.region}|${kind}`,
      `t:<${left}${left === 'edge' ? '' : before!.shape}|${kind}`,
      `t:>${right}${next && right !== 'edge' ? next.shape : ''}|${kind}`,
      `t:<${left}|>${right}|${word}`,
      `t:<${wordOf(before, left)}|${name}`,
      `t:>${wordOf(next, right)}|${name}`,
      `t:<${wordOf(before, left)}|${kind}`,
      `t:>${wordOf(next, right)}|${kind}`,
      `t:alike=${Math.min(3, candidates.filter((c) => c.form === form).length)}|${Math.min(1, i)}`,
    ];
  });
  options.push(['x:bias', `x:many=${Math.min(3, last - first)}`]);
  return options;
}
