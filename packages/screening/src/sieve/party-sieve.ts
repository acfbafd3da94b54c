import { EditDistance } from '@cordon/text'
import { partySchemata } from '../kinds.ts'
import { maxJoined, shortestJoined } from '../names/align.ts'
import { hash32 } from '../names/keys.ts'
import { logOddsOf } from '../names/name-score.ts'
import { bitCount } from '../names/term.ts'
import { EntryNames, type SieveName } from './entry-names.ts'
import { HashTable } from './hash-table.ts'
import { hashBytesAt, PartyWords, textAt } from './listed-words.ts'
import { MetNames } from './met-names.ts'
import { OwnName } from './own-name.ts'
import { isPersonal, sieveLayout } from './party-block.ts'
import { sieveKinds } from './word-ways.ts'

/** Weights are kept in steps: rounding must not lose what just reaches the threshold. */
const slack = 0.1
/** The shortest names of which two letters of the whole may differ, and how many may. */
const shortestWhole = 8
const wholeEdits = 2
/** What a number that is nearly the same lifts a score by, as log-odds of a name's: .7 comes of .604. */
const nearNumber = 0.45
const wordKind = sieveKinds.indexOf('word')

/**
 * The few entries that changed, met by the blocks of a million parties (`PartySiever`). Nothing that `match` of the same entries
 * accepts is lost: words meet by the same spellings, slips, keys and concepts, and a name is passed over only where the bound
 * of its log-odds stays below what the threshold asks, whatever else is known. More are let through than match: ask those in full.
 */
export class PartySieve {
  private readonly words: PartyWords
  private readonly names: EntryNames
  private readonly numbers: HashTable
  private readonly threshold: number
  private readonly met: MetNames
  private readonly own = new OwnName()
  private readonly distance = new EditDistance()

  /**
   * @param names of the entries, their words weighed as in the whole index
   * @param numbers keys of the entries' identifiers
   * @param threshold the score from which parties match
   */
  constructor(names: readonly SieveName[], numbers: Iterable<string>, threshold: number) {
    this.names = new EntryNames(names)
    this.words = new PartyWords(this.names.listed)
    this.numbers = new HashTable([...numbers].map((key) => [hash32(`# ${key}`), 0] as const))
    this.threshold = logOddsOf(threshold) - slack
    this.met = new MetNames(this.names)
  }

  /** Whether a block is of the layout that is read here; others have to be written anew. */
  static reads(view: DataView, from: number, to: number): boolean {
    return to > from && view.getUint8(from) === sieveLayout
  }

  /**
   * Takes in a word of parties, before any block that holds it.
   * @param word its number
   * @param view with the bytes of `SievedParty.words` from `from` up to, not with, `to`
   */
  learn(word: number, view: DataView, from: number, to: number): void {
    this.words.learn(word, view, from, to)
  }

  /**
   * Whether a party may be one of the entries.
   * @param view with the block of a party from `from` on
   */
  meets(view: DataView, from: number): boolean {
    const [schema, agreement] = [view.getUint8(from + 1), view.getUint8(from + 2)]
    const [numbers, names] = [view.getUint8(from + 3), view.getUint8(from + 4)]
    if (numbers === 255 || names === 255) return true
    let at = from + 5
    for (let k = 0; k < numbers; k++, at += 4)
      if (this.numbers.first(view.getUint32(at, true)) !== -1) return true
    const need = this.threshold - agreement / 100 - (numbers > 0 ? nearNumber : 0)
    for (let k = 0; k < names; k++) {
      const [words, wholes, letters] = [view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2)]
      const mask = view.getUint32(at + 3, true)
      const place = at + 7
      const hashes = place + 8 * words
      const text = hashes + 4 * wholes
      at = text + letters
      if (words === 255 || wholes === 255 || letters === 255) return true
      if (this.meetsWhole(view, hashes, wholes, schema)) return true
      if (this.meetsLetters(view, text, letters, mask, schema)) return true
      if (this.meetsWords(view, place, words, text, need, schema)) return true
    }
    return false
  }

  /** By a key of the whole, word for word, or by initials. */
  private meetsWhole(view: DataView, hashes: number, count: number, schema: number): boolean {
    const { wholes } = this.names
    for (let k = 0; k < count; k++)
      for (let p = wholes.first(view.getUint32(hashes + 4 * k, true)); p !== -1; p = wholes.next(p))
        if (this.names.mayBear(schema, wholes.groupAt(p))) return true
    return false
  }

  /** Written as one word, with two letters differing. */
  private meetsLetters(view: DataView, text: number, length: number, mask: number, schema: number): boolean {
    const { names } = this
    let letters: string | undefined
    for (let near = length - wholeEdits; near <= length + wholeEdits; near++) {
      if (Math.max(near, length) < shortestWhole) continue
      for (const name of names.byLength.get(near) ?? []) {
        if (bitCount(mask ^ names.masks[name]!) > 2 * wholeEdits || !names.mayBear(schema, name)) continue
        letters ??= textAt(view, text, length)
        if (this.distance.osa(letters, names.letters[name]!, wholeEdits) <= wholeEdits) return true
      }
    }
    return false
  }

  private meetsWords(
    view: DataView,
    place: number,
    count: number,
    text: number,
    need: number,
    schema: number,
  ): boolean {
    const { own, met } = this
    if (!own.read(view, place, count, text, this.words)) return true
    met.begin(schema)
    for (let k = 0; k < count; k++) this.touchNear(k)
    this.touchJoined(view)
    const isPerson = schema < partySchemata.length && isPersonal(partySchemata[schema]!)
    return met.reaches(own, need, isPerson)
  }

  private touchNear(k: number): void {
    const { words, own, met } = this
    const { listed, holders } = this.names
    const word = own.words[k]!
    const near = words.near[word]
    if (near === undefined) return
    const isWord = words.kinds[word] === wordKind
    for (const id of near) {
      const names = isWord || listed.terms[id]!.kind === 'word'
      const told = names ? (words.told[word]! + listed.told[id]!) / 2 : 0
      const held = holders[id]!
      for (let h = 0; h < held.length; h += 2) met.meet(held[h]!, held[h + 1]!, k, told)
    }
  }

  /** Words that one side writes as one and the other apart. */
  private touchJoined(view: DataView): void {
    const { own, names } = this
    const { offsets } = own
    for (let from = 0; from < own.count; from++)
      for (let to = from + 1; to <= own.count && to <= from + maxJoined; to++) {
        if (offsets[to]! - offsets[from]! < shortestJoined) continue
        const hash = hashBytesAt(view, offsets[from]!, offsets[to]!)
        if (to > from + 1) names.listed.written(hash, (id) => this.meetWhole(id, from, to))
        else
          for (let p = names.joins.first(hash); p !== -1; p = names.joins.next(p))
            this.meetRun(names.joins.groupAt(p), from)
      }
  }

  private meetWhole(id: number, from: number, to: number): void {
    const held = this.names.holders[id]!
    for (let h = 0; h < held.length; h += 2)
      for (let k = from; k < to; k++) this.met.meetBesides(held[h]!, held[h + 1]!, k)
  }

  private meetRun(run: number, k: number): void {
    const { name, from, to } = this.names.runs[run]!
    for (let place = from; place < to; place++) this.met.meetBesides(name, place, k)
  }
}
