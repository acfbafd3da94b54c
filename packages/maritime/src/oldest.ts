/**
 * The first tenth of the keys of a map or set, at least one: what is forgotten when there are too many. A tenth at a time,
 * because a map keeps the places of what was deleted for a while, and finding its first key goes through all of them.
 */
export function oldestTenth<K>(keyed: { readonly size: number; keys(): Iterable<K> }): K[] {
  const wanted = Math.max(1, Math.floor(keyed.size / 10))
  const keys: K[] = []
  for (const key of keyed.keys()) {
    if (keys.length >= wanted) break
    keys.push(key)
  }
  return keys
}
