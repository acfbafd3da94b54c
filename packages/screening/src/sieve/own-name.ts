import { mostWords } from './entry-names.ts'
import { type PartyWords, textAt } from './listed-words.ts'
import { sieveKinds } from './word-ways.ts'

const [wordKind, genericKind, initialKind, stopKind] = (['word', 'generic', 'initial', 'stop'] as const).map(
  (kind) => sieveKinds.indexOf(kind),
)
/** As `mayBeInitials` has it. */
const consonants = /^[b-df-hj-np-tv-xz]{2,4}$/

/** A name of a party as its block tells it; reused from name to name. */
export class OwnName {
  count = 0
  private view!: DataView
  private of!: PartyWords
  private isLettered = false
  /** Places of its words among `PartyWords`, and where the letters of each begin in the block, and of the last end. */
  readonly words = new Int32Array(mostWords)
  readonly offsets = new Int32Array(mostWords + 1)
  /** Weight of its words, and how many are proper. */
  total = 0
  proper = 0
  /** Bits of the words that name, and of the proper ones. */
  naming = 0
  properBits = 0
  readonly weights = new Float64Array(mostWords)
  /** After `letter`: first letters of words that abbreviations don't leave out, and of initials; what abbreviates others. */
  firsts = ''
  initials = ''
  readonly abbreviations: string[] = []

  /**
   * Reads a name, but for its letters; false where it holds too many words, or one that was never learnt.
   * @param place where the numbers of its words begin
   * @param text where its letters do
   */
  read(view: DataView, place: number, count: number, text: number, words: PartyWords): boolean {
    if (count > mostWords) return false
    this.view = view
    this.of = words
    this.isLettered = false
    this.count = count
    this.total = 0
    this.proper = 0
    this.naming = 0
    this.properBits = 0
    let at = text
    for (let k = 0; k < count; k++) {
      const word = words.at(view.getFloat64(place + 8 * k, true))
      if (word === -1) return false
      this.words[k] = word
      this.offsets[k] = at
      this.weights[k] = words.weights[word]!
      this.total += words.weights[word]!
      const kind = words.kinds[word]!
      if (kind === wordKind || kind === genericKind) this.naming |= 1 << k
      if (kind === wordKind) {
        this.proper++
        this.properBits |= 1 << k
      }
      at += words.lengths[word]!
    }
    this.offsets[count] = at
    return true
  }

  /** Reads first letters and abbreviations: few names come so far. */
  letter(): void {
    if (this.isLettered) return
    this.isLettered = true
    this.firsts = ''
    this.initials = ''
    this.abbreviations.length = 0
    for (let k = 0; k < this.count; k++) this.note(this.offsets[k]!, this.of.kinds[this.words[k]!]!, k)
  }

  private note(at: number, kind: number, k: number): void {
    const length = this.offsets[k + 1]! - at
    if (length === 0) return
    const first = String.fromCharCode(this.view.getUint8(at))
    if (kind !== stopKind) this.firsts += first
    if (kind === initialKind) this.initials += first
    if (kind !== wordKind || length < 2 || length > 4) return
    const written = textAt(this.view, at, length)
    if (consonants.test(written)) this.abbreviations.push(written)
  }
}
