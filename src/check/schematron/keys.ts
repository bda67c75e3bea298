/** `xsl:key` and key(): nodes of a document by a value that they have, found once for each document. */

import { contextPath } from './context.js';
import type { Ground } from './functions.js';
import { type Document, libraries, type Node } from './libraries.js';
import { xpathOptions } from './xpath.js';

/** As `xsl:key` declares it: `match` says which nodes it is for, `use` their values. */
export interface Key {
  readonly name: string;
  readonly match: string;
  readonly use: string;
}

type Index = ReadonlyMap<string, readonly Node[]>;

/** What key() is for a run: indexes are made when they are first asked for. */
export function keyed(
  keys: readonly Key[],
  namespaces: Readonly<Record<string, string>>,
  ground: Ground,
): NonNullable<Ground['byKey']> {
  const indexes = new Map<Document, Map<Key, Index>>();
  return (name, values, top) => {
    const asked = keys.filter((key) => key.name === name.trim());
    if (asked.length === 0) throw new Error(`XTDE1260: there is no xsl:key of the name ${name}`);
    const document = (top.ownerDocument ?? top) as Document;
    const ofDocument = indexes.get(document) ?? new Map<Key, Index>();
    indexes.set(document, ofDocument);
    const nodes = asked.flatMap((key) => {
      const index = ofDocument.get(key) ?? indexOf(key, namespaces, { ...ground, document });
      ofDocument.set(key, index);
      return values.flatMap((value) => index.get(value) ?? []);
    });
    return [...new Set(nodes)];
  };
}

function indexOf({ match, use }: Key, namespaces: Readonly<Record<string, string>>, ground: Ground): Index {
  const index = new Map<string, Node[]>();
  const { xpath } = libraries();
  const options = xpathOptions(namespaces, ground);
  for (const node of xpath.evaluateXPathToNodes(contextPath(match), ground.document, null, {}, options) as Node[]) {
    ground.current = node;
    for (const value of xpath.evaluateXPathToStrings(use, node, null, {}, options)) {
      const same = index.get(value);
      if (same) same.push(node);
      else index.set(value, [node]);
    }
  }
  return index;
}
