/** What can be chosen instead of what stands, found by typing. */

import { UNLISTED } from '../../decisions/decision.js';
import { type DoubtKind, WITHOUT_LINK } from '../review/model.js';
import { findIn } from './api.js';
import { pick } from './picker.js';

const NOBODY = { id: UNLISTED, name: WITHOUT_LINK, description: 'nobody of the lists, or it is open who' };
const BLOCKS = [
  'paragraph',
  'heading',
  'dateline',
  'opener matter',
  'salute',
  'head of a list',
  'item',
  'label of an item',
  'signature',
  'closing words',
  'source line',
  'row of a table',
  'next line of the block above',
  'beginning of an attachment',
  'heading of an attachment',
];

/** Find another choice for words of a document (`key`) by typing; undefined where none was taken. `listed`: there are lists of persons and terms. */
export async function chooseOther(
  key: string,
  kind: DoubtKind,
  words: string,
  listed: boolean,
): Promise<string | undefined> {
  const said = `“${words.slice(0, 60)}”`;
  if (kind === 'person') {
    if (!listed) return UNLISTED;
    return pick({
      title: `Who is ${said}?`,
      label: 'A part of the name or of the description',
      find: async (q) => [...(await findIn(key, 'persons', q)), NOBODY],
    });
  }
  if (kind === 'term')
    return pick({
      title: `Which term is ${said}?`,
      label: 'A part of the term',
      find: (q) => findIn(key, 'terms', q),
      free: /^#[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u,
    });
  if (kind === 'reference') {
    const free = /^#?[\p{L}_][\p{L}\p{N}._#-]*$/u;
    return pick({
      title: `Where does ${said} point?`,
      label: 'A target: #d38, #d37fn2, #pg_81, frus1955-57v21',
      find: () => [],
      typed: '#d',
      free,
    });
  }
  if (kind !== 'block') return undefined;
  const find = (q: string) =>
    BLOCKS.filter((name) => name.includes(q.trim().toLowerCase())).map((id) => ({ id, name: id, description: '' }));
  return pick({ title: `What is ${said}?`, label: 'A kind of block', find });
}
