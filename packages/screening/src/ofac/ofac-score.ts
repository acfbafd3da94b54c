import { longJaroWinkler } from './long-jaro-winkler.ts'

/**
 * Scores as OFAC's public Sanctions List Search shows them, 0 to 100. OFAC says (FAQ 249) that it uses Jaro-Winkler and
 * Soundex: the whole name is compared as one string, its parts one by one, and the better counts. What it leaves open
 * (the prefix, which parts count, when Soundex stands in) was found by comparing with scores it gave.
 */
export function ofacScore(query: string, listed: string): number {
  const [a, b] = [plain(query), plain(listed)]
  const [parts, others] = [partsOf(a), partsOf(b)]
  if (parts.length === 0 || others.length === 0) return 0
  const best = Math.max(longJaroWinkler(a, b), partScore(parts, others))
  return Math.round(100 * best)
}

/** A part without Soundex agreement must be as alike as this, and then counts for less. */
const leastAlike = 0.75
const withoutSound = 0.75

function plain(name: string): string {
  return name.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim().slice(0, 300)
}

function partsOf(name: string): string[] {
  return name
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .slice(0, 40)
}

/** Parts of one or two letters only count in names that have no others. */
function partScore(parts: readonly string[], others: readonly string[]): number {
  const long = parts.filter((part) => part.length > 2)
  const counted = long.length > 0 ? long : parts
  const alone = counted.length === 1
  let [sum, sounding, all] = [0, 0, true]
  for (const part of counted) {
    let [best, bestSounding, ok] = [0, 0, false]
    for (const other of others) {
      const alike = lengthsAgree(part, other) ? longJaroWinkler(part, other) : 0
      const sounds = soundex(part) === soundex(other)
      const worth = sounds || alone ? alike : alike * withoutSound
      if (worth > best) {
        best = worth
        ok = sounds || alike >= leastAlike
      }
      if (sounds) bestSounding = Math.max(bestSounding, alike)
    }
    sum += best
    sounding += bestSounding
    all &&= ok
  }
  return Math.max(all ? sum : 0, sounding) / counted.length
}

function lengthsAgree(a: string, b: string): boolean {
  return 2 * Math.min(a.length, b.length) > Math.max(a.length, b.length)
}

const codes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ BFPV: '1', CGJKQSXZ: '2', DT: '3', L: '4', MN: '5', R: '6' }).flatMap(([letters, code]) =>
    [...letters].map((letter) => [letter, code]),
  ),
)

/** Soundex as the US National Archives describe it: H and W don't part letters of one code. */
export function soundex(word: string): string {
  const letters = word.replace(/[^A-Z]/g, '')
  if (letters === '') return ''
  let [sound, last] = [letters[0]!, codes[letters[0]!] ?? '']
  for (const letter of letters.slice(1)) {
    const code = codes[letter] ?? ''
    if (code !== '' && code !== last) sound += code
    if (letter !== 'H' && letter !== 'W') last = code
  }
  return `${sound}000`.slice(0, 4)
}
