const indexes = new WeakMap<object, Map<string, unknown>>();

/**
 * The first item of a list with this key. The list is indexed once, so that describing 10,000 jobs
 * one by one does not search 10,000 names each time. INVARIANT: one list is always asked by the
 * same key, and worlds do not change.
 */
export function findByKey<T>(
  list: readonly T[],
  keyOf: (item: T) => string,
  key: string,
): T | undefined {
  // Only this function fills the map, with items of the list itself.
  let index = indexes.get(list) as Map<string, T> | undefined;
  if (index === undefined) {
    index = new Map([...list].reverse().map((item) => [keyOf(item), item]));
    indexes.set(list, index);
  }
  return index.get(key);
}
