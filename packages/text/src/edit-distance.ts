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
    const lengthA = Math.min(a.length, 1024)
    const lengthB = Math.min(b.length, 1024)
    for (let i = 0; i < lengthA; i++) this.codesA[i] = a.charCodeAt(i)
    for (let i = 0; i < lengthB; i++) this.codesB[i] = b.charCodeAt(i)
    return this.osaCodes(this.codesA, 0, lengthA, this.codesB, 0, lengthB, max)
  }

  /** The same over slices of typed arrays of UTF-16 units, as an index keeps its words. */
  osaCodes(
    a: Uint16Array,
    startA: number,
    lengthA: number,
    b: Uint16Array,
    startB: number,
    lengthB: number,
    max: number,
  ): number {
    // What both share at either end costs nothing in OSA, and most pairs share much.
    while (lengthA > 0 && lengthB > 0 && a[startA] === b[startB]) {
      startA++
      startB++
      lengthA--
      lengthB--
    }
    while (lengthA > 0 && lengthB > 0 && a[startA + lengthA - 1] === b[startB + lengthB - 1]) {
      lengthA--
      lengthB--
    }
    if (Math.abs(lengthA - lengthB) > max) return max + 1
    if (lengthA === 0 || lengthB === 0) return Math.max(lengthA, lengthB)
    if (lengthA <= 32) return this.bitParallel(a, startA, lengthA, b, startB, lengthB, max)
    if (lengthB <= 32) return this.bitParallel(b, startB, lengthB, a, startA, lengthA, max)
    return this.dynamic(a, startA, lengthA, b, startB, lengthB, max)
  }

  private bitParallel(
    pattern: Uint16Array,
    start: number,
    length: number,
    text: Uint16Array,
    textStart: number,
    textLength: number,
    max: number,
  ): number {
    const masks = this.masks
    for (let i = 0; i < length; i++) masks[pattern[start + i]!]! |= 1 << i
    const last = 1 << (length - 1)
    let vp = -1
    let vn = 0
    let d0 = 0
    let before = 0
    let distance = length
    for (let j = 0; j < textLength; j++) {
      const match = masks[text[textStart + j]!]!
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
      if (distance - (textLength - j - 1) > max) {
        distance = max + 1
        break
      }
    }
    for (let i = 0; i < length; i++) masks[pattern[start + i]!] = 0
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
