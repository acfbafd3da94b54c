import { mayBeInitials } from './align.ts'
import { boundOf, reachedOf } from './bound.ts'
import type { CompiledName } from './compiled-name.ts'
import { mostInformation, type NameKind } from './features.ts'
import {
  initialsIn,
  isAbbreviating,
  isOfAbd,
  isOpen,
  namingIn,
  outlineOf,
  properIn,
  weightIn,
} from './hint.ts'
import type { ListedNames } from './listed-names.ts'
import { isAbd } from './meet.ts'
import type { MetWords } from './met-words.ts'
import { nameModel } from './model.data.ts'
import { bitCount, type Term } from './term.ts'
import type { Touched } from './touched.ts'

/** Words of a query that fit into the bits of a number. */
const mostWords = 30

/** A word of the query whose names were too many to be read: names with a higher hint may meet it unseen. */
interface Unread {
  readonly place: number
  readonly above: number
}

/**
 * The most that a touched name can reach, by what is met of it: no alignment, no letters, no look at the name itself.
 * A naming word (proper or generic) without a neighbour on the other side is surely unmet, and what is met says at most
 * what the nearest neighbours say. What initials, and words written together or apart, may meet is granted.
 */
export class TouchedBound {
  private readonly touched: Touched
  private readonly names: ListedNames
  private readonly terms: readonly Term[]
  private readonly met: MetWords
  private readonly weights = new Float64Array(mostWords)
  private query: CompiledName | undefined
  /** First letters of the query's words, without those that abbreviations leave out. */
  private letters = ''
  private best = 0
  private weight = 0
  private person = false
  private open = false
  /** Holds one of the forms of Abd, in any role. */
  private abd = false
  private initials = 0
  private properWords = 0
  /** Information granted to every name. */
  private granted = 0
  /** Bits of the query's naming words that are surely unmet where nothing near is noted, and of the proper ones. */
  private counted = 0
  private proper = 0
  private readonly unread: Unread[] = []
  private unreadBits = 0
  /** How many of the unread words are granted to the name at hand. */
  private unreadLeft = 0
  private unreadTold = 0

  /** @param terms the vocabulary's terms by id */
  constructor(touched: Touched, names: ListedNames, terms: readonly Term[], met: MetWords) {
    this.touched = touched
    this.names = names
    this.terms = terms
    this.met = met
  }

  /**
   * Takes up a query whose words are all noted in `met`.
   * @param best log-odds of a faultless pair
   */
  begin(query: CompiledName, best: number, kind: NameKind): void {
    const { terms } = query
    const { abbreviates, initials } = outlineOf(query)
    this.query = query
    this.letters = ''
    for (const { kind, text } of terms) if (kind !== 'stop') this.letters += text[0] ?? ' '
    this.best = best
    this.weight = query.weight
    this.person = kind === 'person'
    this.open = abbreviates || terms.length > mostWords
    this.abd = terms.some(isAbd)
    this.initials = initials
    this.properWords = 0
    this.granted = 0
    this.counted = 0
    this.proper = 0
    this.unread.length = 0
    this.unreadBits = 0
    this.unreadTold = 0
    for (let i = 0; i < terms.length && i < mostWords; i++) {
      const term = terms[i]!
      if (term.kind === 'word') this.properWords++
      if (term.kind !== 'word' && term.kind !== 'generic') continue
      this.weights[i] = term.weight
      if (isAbd(term)) this.granted = mostInformation
      else if (this.met.isNoted(i)) {
        this.counted |= 1 << i
        if (term.kind === 'word') this.proper |= 1 << i
      }
    }
  }

  /** The bit of a word of the query. */
  bitOf(place: number): number {
    return place < mostWords ? 1 << place : 0
  }

  /** Notes that of the names that word `place` may meet, those with a hint above this were not read. */
  leaveUnread(place: number, above: number): void {
    this.unread.push({ place, above })
    this.unreadBits |= this.bitOf(place)
    this.unreadTold += this.met.mostTold(place)
  }

  /** Log-odds that the name of `entry` does not exceed, or less than `cutoff` where it doesn't reach that. */
  of(entry: number, cutoff: number): number {
    const { touched, unread } = this
    if (touched.besides[entry] === Infinity) return Infinity
    const hint = touched.hints[entry]!
    const initials = initialsIn(hint)
    const abbreviates = isAbbreviating(hint)
    this.unreadLeft = unread.length
    let bound = this.bound(entry, initials, this.initials, abbreviates)
    if (bound < cutoff) return bound
    if (unread.length > 0) this.readRest(entry)
    this.unreadLeft = 0
    if (initials + this.initials > 0 || abbreviates)
      bound = this.bound(
        entry,
        this.initialsMet(entry),
        this.initialsMeeting(entry),
        abbreviates && this.mayAbbreviate(entry),
      )
    else if (unread.length > 0) bound = this.bound(entry, 0, 0, false)
    return bound
  }

  /** How many initials of the name a word of the query begins with. */
  private initialsMet(entry: number): number {
    let met = 0
    this.each(entry, (term) => {
      if (term.kind === 'initial' && this.letters.includes(term.text[0]!)) met++
    })
    return met
  }

  /** How many initials of the query a word of the name begins with. */
  private initialsMeeting(entry: number): number {
    if (this.initials === 0) return 0
    let letters = ''
    this.each(entry, (term) => {
      letters += term.text[0]
    })
    let met = 0
    for (const { kind, text } of this.query!.terms)
      if (kind === 'initial' && letters.includes(text[0]!)) met++
    return met
  }

  /** Whether some words of the query have the initials that a word of the name may be. */
  private mayAbbreviate(entry: number): boolean {
    let may = false
    this.each(entry, (term) => {
      if (mayBeInitials(term) && this.letters.includes(term.spellings[0]?.text ?? '')) may = true
    })
    return may
  }

  private each(entry: number, look: (term: Term) => void): void {
    const { offsets, words } = this.names
    const n = this.touched.names[entry]!
    for (let k = offsets[n]!; k < offsets[n + 1]!; k++) look(this.terms[words[k]!]!)
  }

  /** Looks up in the name itself which of the unread words it may meet. */
  private readRest(entry: number): void {
    const { touched, names, terms, met } = this
    const n = touched.names[entry]!
    for (const { place, above } of this.unread) {
      const bit = this.bitOf(place)
      if (touched.hints[entry]! <= above || (touched.words[entry]! & bit) !== 0) continue
      let weight = 0
      let told = 0
      for (let k = names.offsets[n]!; k < names.offsets[n + 1]!; k++) {
        const id = names.words[k]!
        const near = met.placeIn(place, id)
        if (near < 0) continue
        touched.words[entry]! |= bit
        const { kind, weight: itsWeight } = terms[id]!
        if (kind === 'word' || kind === 'generic') weight = Math.max(weight, itsWeight)
        told = Math.max(told, met.toldAt(place, near))
      }
      touched.weights[entry]! += weight
      touched.told[entry]! += told
    }
  }

  /**
   * What the entry's name reaches at most.
   * @param met initials of the name that words of the query may meet
   * @param meeting initials of the query that words of the name may meet
   * @param abbreviates whether words of the query may be written as initials in the name
   */
  private bound(entry: number, met: number, meeting: number, abbreviates: boolean): number {
    const { touched } = this
    const hint = touched.hints[entry]!
    const weight = weightIn(hint)
    if (this.open || abbreviates || isOpen(hint) || (this.abd && isOfAbd(hint)))
      return boundOf(this.best, 0, this.weight, 0, weight)
    const others = this.unreadLeft
    const words = touched.words[entry]! | (others > 0 ? this.unreadBits : 0)
    const missing = this.counted & ~words
    let unmetQuery = 0
    for (let left = missing; left !== 0; left &= left - 1)
      unmetQuery += this.weights[31 - Math.clz32(left & -left)]!
    const unmet = namingIn(hint) - touched.weights[entry]! - others
    const asInitials = met + meeting + touched.initials[entry]!
    if (touched.besides[entry]! > 0 || asInitials > 0) {
      const leftQuery = unmetQuery - met - touched.besides[entry]! - touched.initials[entry]!
      const left = unmet - meeting - touched.besidesIn[entry]! - touched.initialsIn[entry]!
      const bound = boundOf(this.best, Math.max(0, leftQuery), this.weight, Math.max(0, left), weight)
      return words !== 0 || touched.besides[entry]! > 0
        ? bound
        : this.onlyInitials(bound, unmetQuery, unmet, weight)
    }
    const proper = Math.min(bitCount(missing & this.proper), properIn(hint) - bitCount(words))
    const told = touched.told[entry]! + this.granted + (others > 0 ? this.unreadTold : 0)
    const bound = reachedOf(this.best, told, unmetQuery, this.weight, Math.max(0, unmet), weight, proper)
    const lone = this.person && (this.properWords < 2 || properIn(hint) < 2)
    return lone ? bound + nameModel.loneWord * Math.min(1, Math.max(unmetQuery, unmet)) : bound
  }

  /** What names reach that meet by initials alone, or by nothing. */
  private onlyInitials(bound: number, unmetQuery: number, unmet: number, weight: number): number {
    const penalty = nameModel.onlyInitials * (this.person ? 1 : 0.5)
    const nothing = boundOf(this.best, unmetQuery, this.weight, Math.max(0, unmet), weight)
    return Math.max(bound + penalty, nothing)
  }
}
