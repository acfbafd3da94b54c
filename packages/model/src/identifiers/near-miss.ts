/** How two numbers of the same length differ by what looks like a slip. */
export interface NearMiss {
  readonly kind: 'one-changed' | 'neighbours-swapped'
  /** Index of the (first) character that differs, from 0. */
  readonly at: number
}

/**
 * Whether two normalised numbers (IMO, passport ...) differ by one changed character or by two neighbours swapped;
 * undefined where they are equal, of different length, or differ by more. Shorter than five characters is never one:
 * too much would be.
 */
export function nearMiss(a: string, b: string): NearMiss | undefined {
  if (a.length !== b.length || a.length < 5) return undefined
  let first = -1
  let last = -1
  let different = 0
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue
    if (first < 0) first = at
    last = at
    if (++different > 2) return undefined
  }
  if (different === 1) return { kind: 'one-changed', at: first }
  const swapped = different === 2 && last === first + 1 && a[first] === b[last] && a[last] === b[first]
  return swapped ? { kind: 'neighbours-swapped', at: first } : undefined
}
