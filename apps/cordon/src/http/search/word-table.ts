import { EditDistance } from '@cordon/text'

/** Words in order, each with the numbers of what bears it. Immutable; typed arrays beside one array of strings. */
export class WordTable {
  readonly words: readonly string[]
  private readonly offsets: Uint32Array
  private readonly postings: Uint32Array
  private readonly distance = new EditDistance()

  /** @param bearers by word, ascending numbers */
  constructor(bearers: ReadonlyMap<string, readonly number[]>) {
    this.words = [...bearers.keys()].sort()
    this.offsets = new Uint32Array(this.words.length + 1)
    this.words.forEach((word, at) => {
      this.offsets[at + 1] = this.offsets[at]! + bearers.get(word)!.length
    })
    this.postings = new Uint32Array(this.offsets.at(-1)!)
    this.words.forEach((word, at) => {
      this.postings.set(bearers.get(word)!, this.offsets[at])
    })
  }

  /** Places of the words that begin so: from the first to before the second. */
  beginning(letters: string): readonly [from: number, to: number] {
    return [this.firstFrom(letters), this.firstFrom(`${letters}\uffff`)]
  }

  /** Place of a word. */
  at(word: string): number | undefined {
    const at = this.firstFrom(word)
    return this.words[at] === word ? at : undefined
  }

  /** Places of the words that differ a little: in one letter for three to five letters, in two from six on. */
  near(word: string): number[] {
    const most = word.length < 3 ? 0 : word.length < 6 ? 1 : 2
    if (most === 0) return []
    const found: number[] = []
    for (let at = 0; at < this.words.length; at++) {
      const other = this.words[at]!
      if (Math.abs(other.length - word.length) > most) continue
      if (this.distance.osa(word, other, most) <= most) found.push(at)
    }
    return found
  }

  /** Everything that bears one of the words from one place to before another, some of it more than once. */
  bearers(from: number, to = from + 1): Uint32Array {
    return this.postings.subarray(this.offsets[from], this.offsets[to])
  }

  private firstFrom(word: string): number {
    let low = 0
    let high = this.words.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.words[middle]! < word) low = middle + 1
      else high = middle
    }
    return low
  }
}
