import type { CompiledName } from './compiled-name.ts'
import { apart, type How, howOf, meetings, WordMeeting } from './meet.ts'
import type { MetWords } from './met-words.ts'
import type { Term } from './term.ts'

/** Longest name in words that is aligned; text reads no more. */
const maxWords = 64
/** Most words that join into one, and the fewest letters of it. */
export const maxJoined = 3
export const shortestJoined = 4

/**
 * Which words of two names met, one to one, the least damaged pairs first; words written together on one side are
 * joined on the other first. Reused for every pair, so that nothing is allocated: read it before the next `align`.
 */
export class Alignment {
  /** Pairs found. A join counts once for each of its words. */
  count = 0
  readonly a = new Uint8Array(maxWords * 2)
  readonly b = new Uint8Array(maxWords * 2)
  readonly damage = new Float64Array(maxWords * 2)
  readonly edits = new Uint8Array(maxWords * 2)
  private readonly hows = new Uint8Array(maxWords * 2)
  readonly usedA = new Uint8Array(maxWords)
  readonly usedB = new Uint8Array(maxWords)
  private readonly meeting = new WordMeeting()
  /** Words not yet met. */
  private leftA = 0
  private leftB = 0
  private readonly tries = new Float64Array(maxWords * maxWords)
  private readonly tryEdits = new Uint8Array(maxWords * maxWords)
  private readonly tryHows = new Uint8Array(maxWords * maxWords)

  /** How pair `k` met. */
  how(k: number): How {
    return meetings[this.hows[k]!]!
  }

  /** Aligns two names anew; `met` knows how the words of `a` meet those of `b`, which has the ids `ids`. */
  align(a: CompiledName, b: CompiledName, met?: MetWords, ids?: Uint32Array): void {
    this.count = 0
    this.leftA = a.terms.length
    this.leftB = b.terms.length
    this.usedA.fill(0, 0, this.leftA)
    this.usedB.fill(0, 0, this.leftB)
    const known = met !== undefined && ids !== undefined
    if (known) this.meetSame(a.terms.length, b.terms.length, this.readMet(a.terms.length, met, ids))
    else this.meetSame(a.terms.length, b.terms.length, this.readSame(a.terms, b.terms))
    if (this.isDone()) return
    // What is tried first may take words from what comes after: the same first, whichever name is asked.
    const swapped = a.terms.length === b.terms.length ? comesFirst(b, a) : b.terms.length < a.terms.length
    this.join(swapped ? b.terms : a.terms, swapped ? a.terms : b.terms, swapped)
    this.join(swapped ? a.terms : b.terms, swapped ? b.terms : a.terms, !swapped)
    if (this.isDone()) return
    if (!known) this.tryAll(a.terms, b.terms)
    this.meetAlike(a.terms.length, b.terms.length)
    if (this.isDone()) return
    this.acronyms(swapped ? b.terms : a.terms, swapped ? a.terms : b.terms, swapped)
    this.acronyms(swapped ? a.terms : b.terms, swapped ? b.terms : a.terms, !swapped)
  }

  /** Whether one of the names has no word left to meet. */
  private isDone(): boolean {
    return this.leftA === 0 || this.leftB === 0
  }

  /** Copies what is known of how each two words meet; whether any are the same. */
  private readMet(length: number, met: MetWords, ids: Uint32Array): boolean {
    const width = ids.length
    let same = false
    for (let j = 0; j < width; j++) {
      const row = met.row(ids[j]!)
      for (let i = 0; i < length; i++) {
        const at = i * width + j
        this.tries[at] = met.damage[row + i]!
        this.tryEdits[at] = met.edits[row + i]!
        this.tryHows[at] = met.hows[row + i]!
        if (met.hows[row + i] === sameWord) same = true
      }
    }
    return same
  }

  /** Notes which words are the same, and that of the others nothing is known; whether any are. */
  private readSame(a: readonly Term[], b: readonly Term[]): boolean {
    const width = b.length
    let same = false
    for (let i = 0; i < a.length; i++)
      for (let j = 0; j < width; j++) {
        const equal = a[i]!.token.folded === b[j]!.token.folded
        this.tries[i * width + j] = equal ? 0 : apart
        this.tryHows[i * width + j] = equal ? sameWord : nothing
        if (equal) same = true
      }
    return same
  }

  /** Equal words first, those that stand nearest to each other before others, whichever name is asked. */
  private meetSame(lengthA: number, lengthB: number, any: boolean): void {
    if (!any) return
    const longest = Math.max(lengthA, lengthB)
    for (let distance = 0; distance < longest; distance++)
      for (let at = 0; at + distance < longest; at++) {
        this.meetIfSame(lengthA, lengthB, at, at + distance)
        if (distance > 0) this.meetIfSame(lengthA, lengthB, at + distance, at)
      }
  }

  private meetIfSame(lengthA: number, lengthB: number, i: number, j: number): void {
    if (i >= lengthA || j >= lengthB || this.usedA[i] !== 0 || this.usedB[j] !== 0) return
    if (this.tryHows[i * lengthB + j] === sameWord) this.pair(i, j, 0, 0, sameWord)
  }

  private tryAll(a: readonly Term[], b: readonly Term[]): void {
    const width = b.length
    for (let i = 0; i < a.length; i++) {
      if (this.usedA[i] !== 0) continue
      for (let j = 0; j < width; j++) {
        if (this.usedB[j] !== 0) continue
        const at = i * width + j
        this.tries[at] = this.meeting.damage(a[i]!, b[j]!)
        this.tryEdits[at] = this.meeting.edits
        this.tryHows[at] = howOf(this.meeting.how)
      }
    }
  }

  /** Pairs the words tried, the least damaged first. */
  private meetAlike(lengthA: number, width: number): void {
    for (;;) {
      let best = -1
      let bestCost = apart
      let others = 0
      for (let i = 0; i < lengthA; i++) {
        if (this.usedA[i] !== 0) continue
        for (let j = 0; j < width; j++) {
          if (this.usedB[j] !== 0) continue
          const damage = this.tries[i * width + j]!
          if (damage >= apart) continue
          others++
          // Of equally good pairs, the ones that stand alike; symmetric in both names.
          const cost = damage + Math.abs(i - j) * 1e-4 + (i + j) * 1e-7
          if (cost < bestCost) {
            bestCost = cost
            best = i * width + j
          }
        }
      }
      if (best < 0) return
      const i = Math.floor(best / width)
      this.pair(i, best - i * width, this.tries[best]!, this.tryEdits[best]!, this.tryHows[best]!)
      if (others === 1) return
    }
  }

  /** Joins two or three neighbours of one name that the other writes as one word. */
  private join(parts: readonly Term[], wholes: readonly Term[], swapped: boolean): void {
    const usedParts = swapped ? this.usedB : this.usedA
    const usedWholes = swapped ? this.usedA : this.usedB
    for (let start = 0; start + 1 < parts.length; start++) {
      if (!this.mayJoin(parts[start]!, wholes, usedWholes)) continue
      for (let length = 2; length <= maxJoined && start + length <= parts.length; length++) {
        if (usedParts[start + length - 1] !== 0 || usedParts[start] !== 0) break
        const whole = wholeOf(parts, start, length, wholes, usedWholes)
        if (whole < 0) continue
        for (let k = start; k < start + length; k++) {
          if (swapped) this.pair(whole, k, 0.03, 0, joined)
          else this.pair(k, whole, 0.03, 0, joined)
        }
        break
      }
    }
  }

  /** Whether an unused word of the other name is longer than this part and begins as it does. */
  private mayJoin({ text }: Term, wholes: readonly Term[], used: Uint8Array): boolean {
    for (let w = 0; w < wholes.length; w++) if (used[w] === 0 && wholes[w]!.text.startsWith(text)) return true
    return false
  }

  /** A word that is the initials of two or more neighbours: JC for Jean-Claude, PLA for People's Liberation Army. */
  private acronyms(shorts: readonly Term[], longs: readonly Term[], swapped: boolean): void {
    const usedShorts = swapped ? this.usedB : this.usedA
    const usedLongs = swapped ? this.usedA : this.usedB
    for (let s = 0; s < shorts.length; s++) {
      const short = shorts[s]!
      if (usedShorts[s] !== 0 || short.kind !== 'word' || short.text.length > 6) continue
      const letters = short.spellings[0]?.text ?? ''
      if (letters.length < 2 || letters.length > 6) continue
      const start = acronymStart(letters, longs, usedLongs)
      // Initials alone prove nothing unless they are those of the whole name.
      const whole = letters.length >= 3 && start >= 0 && isWhole(letters, longs)
      if (start < 0 || !(whole || (this.count > 0 && mayBeInitials(short)))) continue
      for (let at = start, k = 0; k < letters.length; at++) {
        if (longs[at]!.kind === 'stop') continue
        if (swapped) this.pair(at, s, acronymDamage, 0, acronym)
        else this.pair(s, at, acronymDamage, 0, acronym)
        k++
      }
    }
  }

  private pair(i: number, j: number, damage: number, edits: number, how: number): void {
    if (this.usedA[i] === 0) this.leftA--
    if (this.usedB[j] === 0) this.leftB--
    const k = this.count++
    this.a[k] = i
    this.b[k] = j
    this.damage[k] = damage
    this.edits[k] = edits
    this.hows[k] = how
    this.usedA[i] = 1
    this.usedB[j] = 1
  }
}

/** What it costs to read a word as initials. */
const acronymDamage = 0.1

const sameWord = meetings.indexOf('same')
const nothing = meetings.indexOf('nothing')
const joined = meetings.indexOf('joined')
const acronym = meetings.indexOf('acronym')

/** An order of names that says nothing of them: shorter ones first, then by their letters. */
function comesFirst(a: CompiledName, b: CompiledName): boolean {
  if (a.terms.length !== b.terms.length) return a.terms.length < b.terms.length
  if (a.letters.length !== b.letters.length) return a.letters.length < b.letters.length
  if (a.letters !== b.letters) return a.letters < b.letters
  return a.text < b.text
}

/** Which unused word is these parts written together, or -1. */
function wholeOf(
  parts: readonly Term[],
  start: number,
  length: number,
  wholes: readonly Term[],
  used: Uint8Array,
): number {
  for (let w = 0; w < wholes.length; w++)
    if (used[w] === 0 && isJoin(parts, start, length, wholes[w]!)) return w
  return -1
}

function isJoin(parts: readonly Term[], start: number, length: number, whole: Term): boolean {
  const { text } = whole
  if (text.length < shortestJoined || whole.kind === 'number') return false
  let at = 0
  for (let k = start; k < start + length; k++) {
    const part = parts[k]!.text
    if (!text.startsWith(part, at)) return false
    at += part.length
  }
  return at === text.length
}

/** Where a run of unused words begins whose first letters are these, or -1. */
function acronymStart(letters: string, longs: readonly Term[], used: Uint8Array): number {
  for (let start = 0; start < longs.length; start++) {
    let at = start
    let k = 0
    for (; at < longs.length && k < letters.length; at++) {
      if (longs[at]!.kind === 'stop') continue
      if (used[at] !== 0 || longs[at]!.spellings[0]?.text[0] !== letters[k]) break
      k++
    }
    if (k === letters.length) return start
  }
  return -1
}

/** Two to four letters without a vowel, written together: JC, JP, SPB. */
export function mayBeInitials(term: Term): boolean {
  return (
    term.kind === 'word' &&
    term.token.folded.length <= 4 &&
    /^[b-df-hj-np-tv-xz]{2,4}$/.test(term.token.folded)
  )
}

function isWhole(letters: string, longs: readonly Term[]): boolean {
  return longs.filter(({ kind }) => kind !== 'stop' && kind !== 'orgForm').length === letters.length
}
