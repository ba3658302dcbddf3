/** What a map holds under a key that was put there; throws when it is missing, which would be our own mistake. */
export function entryOf<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`Nothing was kept for ${String(key)}.`);
  return value;
}
