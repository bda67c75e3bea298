/** The server’s answers. */

import type { Ask, Candidate, Page, Progress, View } from '../review/model.js';

async function ask<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error(
      'The server can’t be reached: is teigram review still running? Start it again, then try once more.',
    );
  });
  const answer = (await response.json()) as T & { detail?: string };
  if (!response.ok) throw new Error(answer.detail ?? `The server answered ${response.status}.`);
  return answer;
}

export interface ListQuery {
  readonly order: string;
  readonly show: string;
  readonly kind: string;
  readonly words: string;
}

export function getPage(
  query: ListQuery,
  offset: number,
  limit: number,
  key?: string,
): Promise<Page & { progress: Progress }> {
  const { kind, ...rest } = query;
  const search = new URLSearchParams({ ...rest, offset: String(offset), limit: String(limit) });
  if (kind) search.set('kind', kind);
  if (key) search.set('key', key);
  return ask(`/api/documents?${search}`);
}

export const getView = (key: string): Promise<View> => ask(`/api/documents/${key}`);

export const decide = (
  key: string,
  by: string,
  hash: string,
  asks: readonly Ask[],
): Promise<{ ids: string[]; view: View }> => ask(`/api/documents/${key}/decisions`, { by, hash, asks });

export const withdraw = (key: string, by: string, ids: readonly string[]): Promise<{ view: View }> =>
  ask(`/api/documents/${key}/withdrawals`, { by, ids });

export const setDone = (key: string, by: string, done: boolean): Promise<{ view: View }> =>
  ask(`/api/documents/${key}/done`, { by, done });

/** In the lists that hold for a document. */
export const findIn = (key: string, list: 'persons' | 'terms', q: string): Promise<Candidate[]> =>
  ask(`/api/documents/${key}/${list}?${new URLSearchParams({ q })}`);
