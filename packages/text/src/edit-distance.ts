/**
 * Edit distances for short words, without allocation: made once per worker, then called millions of times.
 * The distance is OSA (optimal string alignment: insert, delete, replace, swap of neighbours; no letter is edited
 * twice), by Hyyrö's bit-parallel method (2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit
 * distances") for words of up to 32 UTF-16 units, by plain dynamic programming above.
 */
export class EditDistance {
  // One bit mask a character: which positions of the pattern hold it. Only the pattern's own entries are touched.
  private readonly masks = new Int32Array(65536)
  private rows: [Uint16Array, Uint16Array, Uint16Array] = [
    new Uint16Array(128),
    new Uint16Array(128),
    new Uint16Array(128),
  ]
  private readonly codesA = new Uint16Array(1024)
  private readonly codesB = new Uint16Array(1024)

  /**
   * OSA distance of two strings, or `max + 1` as soon as it is sure to exceed `max`.
   * Only the first 1,024 UTF-16 units count.
   */
  osa(a: string, b: string, max = 1024): number {
    if (a === b) return 0
    let endA = Math.min(a.length, 1024)
    let endB = Math.min(b.length, 1024)
    if (Math.abs(endA - endB) > max) return max + 1
    // What both share at either end costs nothing in OSA, and most pairs share much.
    let start = 0
    while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++
    while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
      endA--
      endB--
    }
    if (endA === start || endB === start) return Math.max(endA, endB) - start
    if (endA - start <= 32) return this.bitParallel(a, b, start, endA, endB, max)
    if (endB - start <= 32) return this.bitParallel(b, a, start, endB, endA, max)
    for (let i = start; i < endA; i++) this.codesA[i] = a.charCodeAt(i)
    for (let i = start; i < endB; i++) this.codesB[i] = b.charCodeAt(i)
    return this.dynamic(this.codesA, start, endA - start, this.codesB, start, endB - start, max)
  }

  private bitParallel(
    pattern: string,
    text: string,
    start: number,
    patternEnd: number,
    textEnd: number,
    max: number,
  ): number {
    const masks = this.masks
    const length = patternEnd - start
    for (let i = 0; i < length; i++) masks[pattern.charCodeAt(start + i)]! |= 1 << i
    const last = 1 << (length - 1)
    let vp = -1
    let vn = 0
    let d0 = 0
    let before = 0
    let distance = length
    for (let j = start; j < textEnd; j++) {
      const match = masks[text.charCodeAt(j)]!
      const swap = ((~d0 & match) << 1) & before
      d0 = ((((match & vp) + vp) | 0) ^ vp) | match | vn | swap
      const hp = vn | ~(d0 | vp)
      const hn = d0 & vp
      if (hp & last) distance++
      if (hn & last) distance--
      const hpShifted = (hp << 1) | 1
      vp = (hn << 1) | ~(d0 | hpShifted)
      vn = hpShifted & d0
      before = match
      if (distance - (textEnd - j - 1) > max) {
        distance = max + 1
        break
      }
    }
    for (let i = 0; i < length; i++) masks[pattern.charCodeAt(start + i)] = 0
    return distance > max ? max + 1 : distance
  }

  private dynamic(
    a: Uint16Array,
    startA: number,
    lengthA: number,
    b: Uint16Array,
    startB: number,
    lengthB: number,
    max: number,
  ): number {
    if (this.rows[0].length <= lengthB) this.rows = [0, 1, 2].map(() => new Uint16Array(lengthB + 1)) as never
    let [before, previous, current] = this.rows
    for (let j = 0; j <= lengthB; j++) previous[j] = j
    for (let i = 1; i <= lengthA; i++) {
      current[0] = i
      let best = i
      const x = a[startA + i - 1]
      for (let j = 1; j <= lengthB; j++) {
        const y = b[startB + j - 1]
        let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (x === y ? 0 : 1))
        if (i > 1 && j > 1 && x === b[startB + j - 2] && y === a[startA + i - 2])
          cost = Math.min(cost, before[j - 2]! + 1)
        current[j] = cost
        if (cost < best) best = cost
      }
      if (best > max + 1) return max + 1
      const spare = before
      before = previous
      previous = current
      current = spare
    }
    return previous[lengthB]! > max ? max + 1 : previous[lengthB]!
  }
}
