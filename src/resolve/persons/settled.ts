/** What text and list say of who is meant, beside the model. */

import type { Token } from '../tokens.js';
import { byAlias, GIVEN_BY_LIST } from './alias.js';
import type { Candidate } from './candidates.js';
import { byOffice, GIVEN_BY_OFFICE } from './office.js';
import { byWomansTitle, GIVEN_BY_TITLE } from './women.js';

/** Where a cluster stands. */
interface Setting {
  readonly tokens: readonly Token[];
  readonly text: string;
  /** Of the document's date (see `monthOf`), where it has one. */
  readonly month: number | undefined;
  /** The model's probabilities of the candidates, then of nobody; without them no office is looked at. */
  readonly scores?: readonly number[];
}

/** The number of the candidate who is meant, and how sure that is at least; undefined where nothing tells. */
export function settled(
  candidates: readonly Candidate[],
  { tokens, text, month, scores }: Setting,
): { readonly candidate: number; readonly p: number } | undefined {
  const alias = byAlias(candidates, tokens, text);
  if (alias !== undefined) return { candidate: alias, p: GIVEN_BY_LIST };
  const woman = byWomansTitle(candidates, tokens);
  if (woman !== undefined) return { candidate: woman, p: GIVEN_BY_TITLE };
  const holder = scores && byOffice(candidates, tokens, text, month, scores);
  return holder === undefined ? undefined : { candidate: holder, p: GIVEN_BY_OFFICE };
}

/** Give an option at least a probability; the others share the rest as before. */
export function raise(p: number[], option: number, least: number): void {
  const had = p[option]!;
  if (had >= least) return;
  for (let i = 0; i < p.length; i++) p[i] = i === option ? least : (p[i]! * (1 - least)) / (1 - had);
}
