/**
 * Jaro-Winkler similarity, 0..1 (Winkler 1990; prefix of up to 4 letters, weight 0.1). Allocation-free: words above
 * 32 UTF-16 units are compared by their first 32.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const lengthA = Math.min(a.length, 32)
  const lengthB = Math.min(b.length, 32)
  if (lengthA === 0 || lengthB === 0) return 0
  const window = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1)
  let takenA = 0
  let takenB = 0
  let common = 0
  for (let i = 0; i < lengthA; i++) {
    const code = a.charCodeAt(i)
    const from = Math.max(0, i - window)
    const to = Math.min(lengthB - 1, i + window)
    for (let j = from; j <= to; j++) {
      if (takenB & (1 << j) || b.charCodeAt(j) !== code) continue
      takenA |= 1 << i
      takenB |= 1 << j
      common++
      break
    }
  }
  if (common === 0) return 0
  let moved = 0
  let j = 0
  for (let i = 0; i < lengthA; i++) {
    if (!(takenA & (1 << i))) continue
    while (!(takenB & (1 << j))) j++
    if (a.charCodeAt(i) !== b.charCodeAt(j)) moved++
    j++
  }
  const jaro = (common / lengthA + common / lengthB + (common - moved / 2) / common) / 3
  let prefix = 0
  while (prefix < 4 && prefix < lengthA && prefix < lengthB && a.charCodeAt(prefix) === b.charCodeAt(prefix))
    prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}
