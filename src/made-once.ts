/** Answers about objects that outlive a document: models, lists, what a volume remembers. For those about one document there is `latest`. */

/** Give for each key what `make` gave for it first, as long as the key lives. */
export function madeOnce<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined && !made.has(key)) {
      value = make(key);
      made.set(key, value);
    }
    return value as Value;
  };
}
