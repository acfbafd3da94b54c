import type { Variant } from '@cordon/text'

/**
 * The keys of a word as sorted numbers, so that two words' keys meet in one pass without touching a string. A number
 * holds 52 bits of the key's hash: among a million keys two differ and collide once in some ten thousand lists.
 */
export interface KeySet {
  readonly hashes: readonly number[]
  readonly costs: readonly number[]
  /** The same for keys of consonants alone (`sk:`), which only join Arabic writing with Latin. */
  readonly skeletons: readonly number[]
  readonly skeletonCosts: readonly number[]
  /** A bit for each key of either sort: sets without a common bit share none. */
  readonly bits: number
}

/** Readies a word's keys; undefined where it has none. */
export function keySet(keys: readonly Variant[]): KeySet | undefined {
  if (keys.length === 0) return undefined
  const plain = sorted(keys.filter(({ text }) => !text.startsWith('sk:')))
  const consonants = sorted(keys.filter(({ text }) => text.startsWith('sk:')))
  return {
    hashes: plain.map(([hash]) => hash),
    costs: plain.map(([, cost]) => cost),
    skeletons: consonants.map(([hash]) => hash),
    skeletonCosts: consonants.map(([, cost]) => cost),
    bits: [...plain, ...consonants].reduce((bits, [hash]) => bits | (1 << (hash % 32)), 0),
  }
}

function sorted(keys: readonly Variant[]): (readonly [number, number])[] {
  return keys.map(({ text, cost }) => [hash52(text), cost] as const).sort(([a], [b]) => a - b)
}

/** The least cost at which two sets share a key, the dearer side of each counting; `most` where none is below it. */
export function sharedCost(a: KeySet, b: KeySet, skeletons: boolean, most: number): number {
  if ((a.bits & b.bits) === 0) return most
  const least = leastShared(a.hashes, a.costs, b.hashes, b.costs, most)
  return skeletons ? leastShared(a.skeletons, a.skeletonCosts, b.skeletons, b.skeletonCosts, least) : least
}

function leastShared(
  a: readonly number[],
  costsA: readonly number[],
  b: readonly number[],
  costsB: readonly number[],
  most: number,
): number {
  let least = most
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const left = a[i]!
    const right = b[j]!
    if (left === right) {
      const cost = Math.max(costsA[i]!, costsB[j]!)
      if (cost < least) least = cost
      i++
      j++
    } else if (left < right) i++
    else j++
  }
  return least
}

/** 52 bits of a text's hash (two runs of FNV-1a with other primes). */
export function hash52(text: string): number {
  let high = 0x811c9dc5
  let low = 0x2f0b4c47
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x5bd1e995)
  }
  return (mixed(high) & 0xfffff) * 0x100000000 + mixed(low)
}

/** 32 bits of a text's hash. */
export function hash32(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mixed(h)
}

/** Spreads a hash's bits over all of them (the last steps of MurmurHash3). */
export function mixed(h: number): number {
  let x = h ^ (h >>> 15)
  x = Math.imul(x, 0x2c1b3c6d)
  x ^= x >>> 12
  x = Math.imul(x, 0x297a2d39)
  return (x ^ (x >>> 15)) >>> 0
}
