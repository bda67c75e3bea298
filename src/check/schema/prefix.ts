/**
 * What a grammar says of the part of a document before it stops being well-formed: where an end tag is lost, the parser
 * notices only at the end of the parent, the grammar at the next element that cannot stand here.
 */

import { type Source, source as wrap } from '../../source.js';
import type { Finding } from '../finding.js';
import { outline } from './outline.js';
import { namedErrors } from './second.js';

/** The first finding before `offset`, if any: what follows it is mostly its echo. */
export function firstBefore(source: Source, offset: number, rng: string): Finding | undefined {
  const cut = source.text.lastIndexOf('<', offset - 1);
  if (cut <= 0) return undefined;
  const open: string[] = [];
  const prefix = source.text.slice(0, cut);
  for (const { name, end, close } of outline(prefix)) if (close === end && end === prefix.length) open.push(name);
  const closed =
    prefix +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join('');
  const [first] = namedErrors(wrap(closed, source.name), rng, { limit: 1, part: true }) ?? [];
  return first?.offset !== undefined && first.offset < cut ? first : undefined;
}
