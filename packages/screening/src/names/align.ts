import type { CompiledName } from './compiled-name.ts'
import { apart, type How, howOf, meetings, WordMeeting } from './meet.ts'
import type { MetWords } from './met-words.ts'
import type { Term } from './term.ts'

/** Longest name in words that is aligned; text reads no more. */
const maxWords = 64
/** Most words that join into one. */
const maxJoined = 3

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
    this.usedA.fill(0, 0, a.terms.length)
    this.usedB.fill(0, 0, b.terms.length)
    this.meetSame(a.terms, b.terms)
    // What is tried first may take words from what comes after: the same first, whichever name is asked.
    const swapped = comesFirst(b, a)
    this.join(swapped ? b.terms : a.terms, swapped ? a.terms : b.terms, swapped)
    this.join(swapped ? a.terms : b.terms, swapped ? b.terms : a.terms, !swapped)
    if (met !== undefined && ids !== undefined) this.tryMet(a.terms, b.terms, met, ids)
    else this.tryAll(a.terms, b.terms)
    this.acronyms(swapped ? b.terms : a.terms, swapped ? a.terms : b.terms, swapped)
    this.acronyms(swapped ? a.terms : b.terms, swapped ? b.terms : a.terms, !swapped)
  }

  /** Equal words first, those that stand nearest to each other before others, whichever name is asked. */
  private meetSame(a: readonly Term[], b: readonly Term[]): void {
    const longest = Math.max(a.length, b.length)
    for (let distance = 0; distance < longest; distance++)
      for (let at = 0; at + distance < longest; at++) {
        this.meetIfSame(a, b, at, at + distance)
        if (distance > 0) this.meetIfSame(a, b, at + distance, at)
      }
  }

  private meetIfSame(a: readonly Term[], b: readonly Term[], i: number, j: number): void {
    if (i >= a.length || j >= b.length || this.usedA[i] !== 0 || this.usedB[j] !== 0) return
    if (a[i]!.token.folded === b[j]!.token.folded) this.pair(i, j, 0, 0, 0)
  }

  private tryAll(a: readonly Term[], b: readonly Term[]): void {
    const width = b.length
    let left = 0
    for (let i = 0; i < a.length; i++) {
      if (this.usedA[i] !== 0) continue
      for (let j = 0; j < width; j++) {
        if (this.usedB[j] !== 0) continue
        const at = i * width + j
        this.tries[at] = this.meeting.damage(a[i]!, b[j]!)
        this.tryEdits[at] = this.meeting.edits
        this.tryHows[at] = howOf(this.meeting.how)
        if (this.tries[at]! < apart) left++
      }
    }
    this.meetAlike(a, b, left)
  }

  private tryMet(a: readonly Term[], b: readonly Term[], met: MetWords, ids: Uint32Array): void {
    const width = b.length
    let left = 0
    for (let j = 0; j < width; j++) {
      if (this.usedB[j] !== 0) continue
      const row = met.row(ids[j]!)
      for (let i = 0; i < a.length; i++) {
        if (this.usedA[i] !== 0) continue
        const at = i * width + j
        this.tries[at] = met.damage[row + i]!
        this.tryEdits[at] = met.edits[row + i]!
        this.tryHows[at] = met.hows[row + i]!
        if (this.tries[at]! < apart) left++
      }
    }
    this.meetAlike(a, b, left)
  }

  /** Pairs the words tried, the least damaged first. `left`: how many tries are not apart. */
  private meetAlike(a: readonly Term[], b: readonly Term[], found: number): void {
    const width = b.length
    let left = found
    while (left > 0) {
      let best = -1
      let bestCost = apart
      left = 0
      for (let i = 0; i < a.length; i++) {
        if (this.usedA[i] !== 0) continue
        for (let j = 0; j < width; j++) {
          if (this.usedB[j] !== 0) continue
          const damage = this.tries[i * width + j]!
          if (damage >= apart) continue
          left++
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
      left--
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
        const whole = wholes.findIndex((term, w) => usedWholes[w] === 0 && isJoin(parts, start, length, term))
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
  private mayJoin({ codes }: Term, wholes: readonly Term[], used: Uint8Array): boolean {
    for (let w = 0; w < wholes.length; w++) {
      const whole = wholes[w]!.codes
      if (used[w] === 0 && whole.length >= codes.length && (codes.length === 0 || whole[0] === codes[0]))
        return true
    }
    return false
  }

  /** A word that is the initials of two or more neighbours: JC for Jean-Claude, PLA for People's Liberation Army. */
  private acronyms(shorts: readonly Term[], longs: readonly Term[], swapped: boolean): void {
    const usedShorts = swapped ? this.usedB : this.usedA
    const usedLongs = swapped ? this.usedA : this.usedB
    for (let s = 0; s < shorts.length; s++) {
      const short = shorts[s]!
      const letters = short.spellings[0]?.text ?? ''
      if (usedShorts[s] !== 0 || short.kind !== 'word' || letters.length < 2 || letters.length > 6) continue
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

const joined = meetings.indexOf('joined')
const acronym = meetings.indexOf('acronym')

/** An order of names that says nothing of them: shorter ones first, then by their letters. */
function comesFirst(a: CompiledName, b: CompiledName): boolean {
  if (a.terms.length !== b.terms.length) return a.terms.length < b.terms.length
  if (a.letters.length !== b.letters.length) return a.letters.length < b.letters.length
  for (let k = 0; k < a.letters.length; k++)
    if (a.letters[k] !== b.letters[k]) return a.letters[k]! < b.letters[k]!
  return a.text < b.text
}

function isJoin(parts: readonly Term[], start: number, length: number, whole: Term): boolean {
  const { codes } = whole
  if (codes.length < 4 || whole.kind === 'number') return false
  let at = 0
  for (let k = start; k < start + length; k++) {
    const part = parts[k]!.codes
    if (at + part.length > codes.length) return false
    for (let i = 0; i < part.length; i++) if (part[i] !== codes[at + i]) return false
    at += part.length
  }
  return at === codes.length
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
