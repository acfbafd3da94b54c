/** Letters at the beginning that Winkler's bonus looks at; OFAC's scores fit five, not the usual four. */
const prefixLength = 5

/** Jaro-Winkler similarity, 0..1 (Winkler 1990), for strings of any length, as OFAC's search seems to use it. */
export function longJaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const window = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1)
  const taken = new Uint8Array(b.length)
  let fromA = ''
  for (let i = 0; i < a.length; i++)
    for (let j = Math.max(0, i - window); j <= Math.min(b.length - 1, i + window); j++) {
      if (taken[j] !== 0 || a[i] !== b[j]) continue
      taken[j] = 1
      fromA += a[i]
      break
    }
  const common = fromA.length
  if (common === 0) return 0
  let [moved, at, prefix] = [0, 0, 0]
  for (let j = 0; j < b.length; j++) if (taken[j] !== 0 && fromA[at++] !== b[j]) moved++
  const jaro = (common / a.length + common / b.length + (common - moved / 2) / common) / 3
  while (prefix < prefixLength && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}
