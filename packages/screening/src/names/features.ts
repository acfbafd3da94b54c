import { EditDistance } from '@cordon/text'
import { Alignment } from './align.ts'
import type { CompiledName } from './compiled-name.ts'
import { type How, keptOfEdits } from './meet.ts'
import type { MetWords } from './met-words.ts'
import type { Term } from './term.ts'

/** What is measured of two names. All are symmetric: it doesn't matter which name was asked for. */
export const featureNames = [
  'unmetBoth',
  'unmetBothShare',
  'unmetMost',
  'unmetMostShare',
  'damageShare',
  'damageMax',
  'twoEdits',
  'firstLetter',
  'initials',
  'onlyInitials',
  'numberConflict',
  'numberExtra',
  'genericConflict',
  'formConflict',
  'formExtra',
  'order',
  'oneWord',
  'information',
  'whole',
  'nearlyWhole',
  'otherName',
  'knownEdit',
  'filiation',
  'scarceDamaged',
  'scarceMore',
  'loneWord',
  'genericExtra',
  'organisation',
  'vessel',
] as const
/** One of `featureNames`. */
export type FeatureName = (typeof featureNames)[number]

const at = Object.fromEntries(featureNames.map((name, index) => [name, index])) as Record<FeatureName, number>

/** What two names name, as far as it is known: the model's constants differ. */
export type NameKind = 'person' | 'organisation' | 'vessel' | 'any'

/** Weight of met words above which more make no difference. */
export const mostInformation = 2.5
/** Weight of met words from which another number no longer makes another thing. */
const enoughBesides = 1.5
/** Weight of unmet words above which more make no difference. */
export const mostUnmet = 3

/** Measures pairs of names into `values`, which the next pair overwrites. One per thread of work. */
export class NameMeter {
  readonly values = new Float64Array(featureNames.length)
  readonly alignment = new Alignment()
  private readonly distance = new EditDistance()
  /** Weight of all words that met. */
  private mass = 0

  /** Fills `values` for two names. */
  measure(a: CompiledName, b: CompiledName, kind: NameKind): Float64Array {
    this.measureWords(a, b, kind)
    this.measureWhole(a, b)
    return this.values
  }

  /** Fills what the words tell; see `Alignment.align` for `met` and `ids`. */
  measureWords(
    a: CompiledName,
    b: CompiledName,
    kind: NameKind,
    met?: MetWords,
    ids?: Uint32Array,
  ): Float64Array {
    const { values } = this
    values.fill(0)
    this.alignment.align(a, b, met, ids)
    this.met(a, b, kind)
    this.unmet(a, b)
    values[at.filiation] = kind === 'person' && this.filiationTurned(a, b) ? 1 : 0
    this.scarce()
    if (kind === 'person' && this.metInOneWord(a, b)) values[at.loneWord] = Math.min(1, values[at.unmetMost]!)
    values[at.organisation] = kind === 'organisation' ? 1 : 0
    values[at.vessel] = kind === 'vessel' ? 1 : 0
    return values
  }

  /** Whether what `measureWhole` adds to the words can only lower the names' log-odds. */
  onlyLowers(a: CompiledName, b: CompiledName): boolean {
    if (a.keys !== undefined && b.keys !== undefined) return false
    if (this.values[at.unmetBoth] === 0) return true
    const [left, right] = [a.letters.length, b.letters.length]
    return Math.max(left, right) < 8 || Math.abs(left - right) > 2 || this.editsWithin(a, b, 2) > 2
  }

  /** Adds to `measureWords` what the names tell as a whole. */
  measureWhole(a: CompiledName, b: CompiledName): void {
    const { values } = this
    values[at.order] = this.disorder(a, b)
    const longest = Math.max(a.letters.length, b.letters.length)
    const edits = this.editsWithin(a, b, Math.floor(longest / 2))
    values[at.whole] = longest === 0 ? 0.5 : Math.min(0.5, edits / longest)
    if (edits <= 2 && longest >= 8 && values[at.unmetBoth]! > 0) {
      const slip = edits <= 1 || longest >= 12
      if (a.terms.length !== b.terms.length && slip) this.metAsOneWord(edits)
      else if (a.terms.length === b.terms.length && !(values[at.organisation] === 1 && this.unmetShort(a)))
        values[at.nearlyWhole] = (slip ? 1 : 0.75) * Math.min(1, values[at.information]!)
    }
    this.metWhole(a, b)
  }

  /** Whether an unmet word is so short that it may be initials, in which any letter is another name. */
  private unmetShort({ terms }: CompiledName): boolean {
    const { usedA } = this.alignment
    for (let i = 0; i < terms.length; i++)
      if (usedA[i] === 0 && terms[i]!.kind === 'word' && terms[i]!.text.length < 4) return true
    return false
  }

  private met(a: CompiledName, b: CompiledName, kind: NameKind): void {
    const { values, alignment } = this
    let mass = 0
    let damaged = 0
    let proper = 0
    let full = 0
    let information = 0
    let initials = 0
    let acronyms = 0
    for (let k = 0; k < alignment.count; k++) {
      const left = a.terms[alignment.a[k]!]!
      const right = b.terms[alignment.b[k]!]!
      const weight = (left.weight + right.weight) / 2
      const damage = alignment.damage[k]!
      const how = alignment.how(k)
      mass += weight
      damaged += weight * damage
      if (left.kind === 'word' || right.kind === 'word') {
        proper++
        if (damage > values[at.damageMax]!) values[at.damageMax] = damage
        information += told(left, right, how) * this.kept(k, left, right, how)
      }
      if (how === 'initial') initials++
      else if (how === 'acronym') acronyms++
      else if (isFull(left) && isFull(right)) full++
      if (how === 'edit') this.edited(k, left, right)
    }
    this.mass = mass
    values[at.initials] = initials + 0.2 * acronyms
    // Three initials or more may be what an organisation is called; nobody is called so.
    if (full === 0 && initials + acronyms > 0)
      values[at.onlyInitials] = initials === 0 && kind !== 'person' ? 0.5 : 1
    values[at.damageShare] = mass === 0 ? 0 : damaged / mass
    values[at.oneWord] = proper <= 1 ? 1 : 0
    values[at.information] = Math.min(information, mostInformation)
  }

  /** What is counted of two words that differ by slips. */
  private edited(k: number, left: Term, right: Term): void {
    const { values } = this
    if (isCommon(left) && isCommon(right)) values[at.knownEdit]! += 1
    if (this.alignment.edits[k]! > 1) values[at.twoEdits]! += 1
    if (left.text.charCodeAt(0) !== right.text.charCodeAt(0)) values[at.firstLetter]! += 1
  }

  /** How much of what a word says is left by the way it met, 0..1. */
  private kept(k: number, left: Term, right: Term, how: How): number {
    const { alignment } = this
    return how === 'edit' ? keptOfEdits(alignment.edits[k]!, left, right) : 1 - alignment.damage[k]!
  }

  /** A slip or a word too many weighs more where the words that met say little: another common name is soon found. */
  private scarce(): void {
    const { values } = this
    const lack = Math.max(0, enoughInformation - values[at.information]!)
    values[at.scarceDamaged] = lack * Math.min(1, 4 * values[at.damageMax]!)
    values[at.scarceMore] = lack * Math.min(1, values[at.unmetMost]!)
  }

  /** Whether all that a person's names share is one word of one of them, and there is more. */
  private metInOneWord(a: CompiledName, b: CompiledName): boolean {
    const { values, alignment } = this
    if (values[at.unmetMost] === 0) return false
    if (properWords(a) < 2 || properWords(b) < 2) return true
    return (
      values[at.unmetBoth]! < 0.3 &&
      (properWords(a, alignment.usedA) < 2 || properWords(b, alignment.usedB) < 2)
    )
  }

  /** "Ahmad bin Hasan" beside "Hasan bin Ahmad": the son of one is the father of the other. */
  private filiationTurned(a: CompiledName, b: CompiledName): boolean {
    const { alignment } = this
    let left = 0
    let right = 0
    for (let k = 0; k < alignment.count; k++) {
      const i = alignment.a[k]!
      const j = alignment.b[k]!
      if (a.terms[i]!.kind !== 'word' || b.terms[j]!.kind !== 'word') continue
      const x = isSonOf(a.terms[i - 1])
      const y = isSonOf(b.terms[j - 1])
      if (x && !y && j > 0) left++
      if (y && !x && i > 0) right++
      if (x && !y && j === 0) left++
      if (y && !x && i === 0) right++
    }
    return left > 0 && right > 0
  }

  private unmet(a: CompiledName, b: CompiledName): void {
    const { values, alignment } = this
    const left = count(a.terms, alignment.usedA)
    const right = count(b.terms, alignment.usedB)
    const [leftShare, rightShare] = [share(left.words, a.weight), share(right.words, b.weight)]
    // Words unmet on both sides contradict each other; on one side only, they are merely more.
    values[at.unmetBoth] = Math.min(left.words, right.words, 1.5)
    values[at.unmetBothShare] = Math.min(leftShare, rightShare)
    // What `unmetBoth` counts less, since it weighs words by what they say.
    values[at.otherName] = Math.max(
      0,
      otherNames(a.terms, alignment.usedA, b.terms, alignment.usedB) - values[at.unmetBoth]!,
    )
    values[at.unmetMost] = Math.min(mostUnmet, Math.max(left.words, right.words))
    values[at.unmetMostShare] = Math.max(leftShare, rightShare)
    // Numbers that differ make another thing of a short name, and a sibling of a long one (fund V, fund VI).
    const conflict = Math.min(left.numbers, right.numbers, 1)
    values[at.numberConflict] = conflict * (this.mass < enoughBesides ? 1 : 0.3)
    values[at.numberExtra] = Math.min(1, Math.max(left.numbers, right.numbers) - conflict)
    values[at.genericConflict] = Math.min(2, Math.min(left.generics, right.generics))
    const generics = Math.abs(left.generics - right.generics)
    values[at.genericExtra] = generics > 0 ? values[at.oneWord]! : 0
    values[at.formConflict] = Math.min(left.forms, right.forms, 1)
    values[at.formExtra] = Math.min(1, Math.max(left.forms, right.forms) - values[at.formConflict]!)
  }

  /** A key of the whole name that both hold outweighs how its words met. */
  private metWhole(a: CompiledName, b: CompiledName): void {
    const cost = sharedKey(a, b)
    const { values } = this
    if (cost === undefined || (values[at.unmetBoth] === 0 && values[at.damageShare]! <= cost)) return
    for (const name of unmetFeatures) values[at[name]] = 0
    values[at.damageShare] = cost + keyDamage
    values[at.damageMax] = cost + keyDamage
    values[at.whole] = 0
    values[at.order] = 0
    values[at.oneWord] = 0
    values[at.information] = Math.min(mostInformation, informationIn(a), informationIn(b))
  }

  /** Pairs of proper words that stand in another order, as a share; a comma explains any order. */
  private disorder(a: CompiledName, b: CompiledName): number {
    if (a.comma !== b.comma) return 0
    const { alignment } = this
    let crossed = 0
    let all = 0
    for (let k = 0; k < alignment.count; k++)
      for (let l = k + 1; l < alignment.count; l++) {
        const di = alignment.a[k]! - alignment.a[l]!
        const dj = alignment.b[k]! - alignment.b[l]!
        if (di === 0 || dj === 0) continue
        all++
        if (di < 0 !== dj < 0) crossed++
      }
    return all === 0 ? 0 : crossed / all
  }

  /** Words cut elsewhere, with a slip besides: the names written as one word differ by next to nothing. */
  private metAsOneWord(edits: number): void {
    for (const name of unmetFeatures) this.values[at[name]] = 0
    this.values[at.damageShare] = 0.03 + 0.05 * edits
    this.values[at.damageMax] = 0.03 + 0.05 * edits
    this.values[at.oneWord] = 0
  }

  /** Edits between the names written as one word each, or more than `allowed`. */
  private editsWithin(a: CompiledName, b: CompiledName, allowed: number): number {
    return this.distance.osa(a.letters, b.letters, allowed)
  }
}

const unmetFeatures = [
  'unmetBoth',
  'unmetBothShare',
  'unmetMost',
  'unmetMostShare',
  'twoEdits',
  'firstLetter',
  'otherName',
  'knownEdit',
  'filiation',
  'scarceDamaged',
  'scarceMore',
  'loneWord',
] as const

/** Information in met words from which slips and words too many are judged by themselves. */
export const enoughInformation = 1.2

/** What two words that met say of who is meant: parts written as one word say no more than the parts. */
function told(left: Term, right: Term, how: How): number {
  return how === 'joined'
    ? Math.min(left.information, right.information)
    : (left.information + right.information) / 2
}

/** Whether many people share this word. */
function isCommon({ kind, weight }: Term): boolean {
  return kind === 'word' && weight < 0.99 && weight > 0.56
}

const sonOf = new Set(['bin', 'ibn', 'ben', 'bint', 'ould', 'wuld', 'walad'])

function isSonOf(term: Term | undefined): boolean {
  return term !== undefined && sonOf.has(term.token.folded)
}

/**
 * How many words that name somebody stand alone on both sides, however common they are: "Shah" and "Abdul" inside a
 * name are names there.
 */
function otherNames(a: readonly Term[], usedA: Uint8Array, b: readonly Term[], usedB: Uint8Array): number {
  const [left, right] = [naming(a, usedA), naming(b, usedB)]
  // Two titles inside names are no other names.
  if (left < 1 && right < 1) return 0
  return Math.min(Math.ceil(left), Math.ceil(right), 2)
}

/** How many proper words of a name are used, or how many there are. */
function properWords({ terms }: CompiledName, used?: Uint8Array): number {
  let words = 0
  for (let i = 0; i < terms.length; i++) if (terms[i]!.kind === 'word' && used?.[i] !== 0) words++
  return words
}

/** Words and initials count 1, what may be a name where it stands 0.01. */
function naming(terms: readonly Term[], used: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < terms.length; i++) {
    if (used[i] !== 0) continue
    const { kind, text, weight } = terms[i]!
    if (kind === 'word') sum++
    else if (kind === 'initial' || (text.length === 1 && kind === 'particle')) sum++
    else if (kind === 'particle' && weight >= 0.4) sum++
    else if (kind === 'title' && i > 0 && i < terms.length - 1) sum += 0.01
  }
  return sum
}

function informationIn(name: CompiledName): number {
  return name.terms.reduce((sum, term) => sum + term.information, 0)
}

/** The least cost of a whole-name key that both names hold. */
export function sharedKey(a: CompiledName, b: CompiledName): number | undefined {
  if (a.keys === undefined || b.keys === undefined) return undefined
  let least: number | undefined
  for (const [key, cost] of a.keys) {
    const other = b.keys.get(key)
    if (other !== undefined) least = Math.min(least ?? 1, Math.max(cost, other))
  }
  return least
}

/** What meeting by a key of the whole costs besides the key's own cost. */
const keyDamage = 0.05

interface Unmet {
  words: number
  numbers: number
  generics: number
  forms: number
}

function count(terms: readonly Term[], used: Uint8Array): Unmet {
  const unmet = { words: 0, numbers: 0, generics: 0, forms: 0 }
  for (let i = 0; i < terms.length; i++) {
    if (used[i] !== 0) continue
    const { kind, weight } = terms[i]!
    unmet.words += kind === 'number' || kind === 'orgForm' ? 0 : weight
    if (kind === 'number') unmet.numbers++
    else if (kind === 'generic') unmet.generics++
    else if (kind === 'orgForm') unmet.forms++
  }
  return unmet
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

/** Whether a word can name somebody, as an initial or a particle can't. */
function isFull({ kind }: Term): boolean {
  return kind === 'word' || kind === 'generic'
}
