/** Answers that are asked for again and again about one document, until its turn is over. */

/**
 * Remember what `make` gave for the last key; what else it takes belongs to the key. Not a WeakMap of all keys: the collector
 * of V8's young generation takes what a WeakMap holds for alive, and would copy the tokens of every document along until the
 * next full collection.
 */
export function latest<Key extends object, Rest extends readonly unknown[], Value>(
  make: (key: Key, ...rest: Rest) => Value,
): (key: Key, ...rest: Rest) => Value {
  let known: { readonly key: Key; readonly value: Value } | undefined;
  return (key, ...rest) => {
    if (known?.key !== key) known = { key, value: make(key, ...rest) };
    return known.value;
  };
}
