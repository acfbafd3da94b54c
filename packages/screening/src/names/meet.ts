import { EditDistance } from '@cordon/text'
import { sharedCost } from './keys.ts'
import { bitCount, type Spelling, type Term } from './term.ts'

/** How two words met. The order is the order of trust. */
export const meetings = [
  'same',
  'variant',
  'edit',
  'initial',
  'form',
  'joined',
  'acronym',
  'nothing',
] as const
/** One of `meetings`. */
export type How = (typeof meetings)[number]

/** The number of a meeting in `meetings`. */
export function howOf(how: How): number {
  return numberOfHow[how]
}

const numberOfHow = Object.fromEntries(meetings.map((how, n) => [how, n])) as Record<How, number>

/** Damage of two words that have nothing to do with each other. */
export const apart = 1

/** Edits that two words may differ by: none up to two letters, one up to five, two from six on (the longer counts). */
export function editsAllowed(length: number): number {
  return length < 3 ? 0 : length < 6 ? 1 : 2
}

/**
 * Compares words: 0 is the same word, 1 another word; between lie variants and slips of the pen. Holds buffers and the
 * details of the last comparison, so that no comparison allocates. One per thread of work.
 */
export class WordMeeting {
  /** How the last two words met. */
  how: How = 'nothing'
  /** Letters edited in the last meeting; 0 where it was no edit. */
  edits = 0
  private readonly distance = new EditDistance()

  /** The damage between two words, 0..1. */
  damage(a: Term, b: Term): number {
    this.edits = 0
    if (a === b || a.token.folded === b.token.folded) return this.met('same', 0)
    if (a.kind === 'number' || b.kind === 'number') return this.numbers(a, b)
    if (a.kind === 'orgForm' && b.kind === 'orgForm') return this.forms(a, b)
    if (a.kind === 'initial' || b.kind === 'initial') return this.initials(a, b)
    if (isAbd(a) && isAbd(b)) return this.met('variant', 0.04)
    if (a.token.concept !== undefined && a.token.concept === b.token.concept) return this.met('variant', 0.05)
    return this.words(a, b)
  }

  private met(how: How, damage: number): number {
    this.how = how
    return damage
  }

  private numbers(a: Term, b: Term): number {
    const same = a.token.value !== undefined && a.token.value === b.token.value
    return same ? this.met('variant', 0) : this.met('nothing', apart)
  }

  private forms(a: Term, b: Term): number {
    if (a.token.form === b.token.form) return this.met('form', 0)
    const [left, right] = [a.token.formGroup, b.token.formGroup]
    // "Company" and "Corporation" name no form of any one law.
    const kin = left === right || left === 'company' || right === 'company'
    return kin ? this.met('form', 0.3) : this.met('nothing', apart)
  }

  private initials(a: Term, b: Term): number {
    const [left, right] = [a.text, b.text]
    if (left[0] !== right[0]) return this.met('nothing', apart)
    return left === right ? this.met('variant', 0) : this.met('initial', 0.3)
  }

  private words(a: Term, b: Term): number {
    let best = apart
    let edits = 0
    let how: How = 'nothing'
    if (a.keys !== undefined && b.keys !== undefined) {
      // Consonants alone only join Arabic writing, which has no vowels, with Latin.
      const skeletons = a.token.script === 'Arab' || b.token.script === 'Arab'
      const cost = sharedCost(a.keys, b.keys, skeletons, apart - keyDamage)
      if (cost < apart - keyDamage) {
        best = cost + keyDamage
        how = 'variant'
      }
    }
    for (let i = 0; i < a.spellings.length; i++)
      for (let j = 0; j < b.spellings.length; j++) {
        const left = a.spellings[i]!
        const right = b.spellings[j]!
        const floor = left.cost + right.cost
        if (floor >= best) continue
        if (left.text === right.text) {
          best = floor
          edits = 0
          how = 'variant'
        } else if (i < a.fuzzy && j < b.fuzzy) {
          const longest = Math.max(left.text.length, right.text.length)
          const found = this.osa(left, right, editsAllowed(longest))
          const damage = floor + (found * editDamage) / (longest + 1)
          if (found > 0 && damage < best) {
            best = damage
            edits = found
            how = 'edit'
          }
        }
      }
    this.edits = edits
    return this.met(how, Math.min(best, apart))
  }

  /** Edits between two different spellings, 0 where there are more than allowed. */
  private osa(a: Spelling, b: Spelling, allowed: number): number {
    if (allowed === 0 || Math.abs(a.text.length - b.text.length) > allowed) return 0
    if (bitCount(a.letters ^ b.letters) > 2 * allowed) return 0
    const edits = this.distance.osa(a.text, b.text, allowed)
    return edits > allowed ? 0 : edits
  }
}

/** Abd, Abdul, Abdel, Abdal ... on their own are one word. */
export function isAbd(term: Term): boolean {
  return term.token.folded.startsWith('abd') && /^abd(?:[aeou]l?|[aeou][rsnz])?$/.test(term.token.folded)
}

/** What meeting by a key costs besides the key's own cost: less is known than of spellings. */
const keyDamage = 0.03

/** What one edit costs in a word of one letter; it shrinks with the word's length. */
const editDamage = 1.2

/** Bits that a letter of a name carries, and that a slip anywhere in it leaves open. */
const letterBits = 2.3
const editBits = 6.5

/** How much of what a word says is left when so many of its letters are edited, 0..1. */
export function keptOfEdits(edits: number, left: Term, right: Term): number {
  const letters = Math.max(left.text.length, right.text.length)
  return Math.max(0, 1 - (edits * editBits) / (letters * letterBits))
}
