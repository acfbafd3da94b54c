import { EditDistance } from '@cordon/text'
import { Alignment } from './align.ts'
import type { CompiledName } from './compiled-name.ts'
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
  'numberConflict',
  'numberExtra',
  'genericConflict',
  'formConflict',
  'formExtra',
  'order',
  'oneWord',
  'information',
  'whole',
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
/** Weight of unmet words above which more make no difference. */
export const mostUnmet = 3

/** Measures pairs of names into `values`, which the next pair overwrites. One per thread of work. */
export class NameMeter {
  readonly values = new Float64Array(featureNames.length)
  readonly alignment = new Alignment()
  private readonly distance = new EditDistance()

  /** Fills `values` for two names. */
  measure(a: CompiledName, b: CompiledName, kind: NameKind): Float64Array {
    const { values, alignment } = this
    values.fill(0)
    alignment.align(a, b)
    this.met(a, b)
    this.unmet(a, b)
    values[at.order] = this.disorder(a, b)
    values[at.whole] = this.wholeDamage(a, b)
    values[at.organisation] = kind === 'organisation' ? 1 : 0
    values[at.vessel] = kind === 'vessel' ? 1 : 0
    return values
  }

  private met(a: CompiledName, b: CompiledName): void {
    const { values, alignment } = this
    let [mass, damaged, proper] = [0, 0, 0]
    for (let k = 0; k < alignment.count; k++) {
      const [left, right] = [a.terms[alignment.a[k]!]!, b.terms[alignment.b[k]!]!]
      const weight = (left.weight + right.weight) / 2
      const damage = alignment.damage[k]!
      mass += weight
      damaged += weight * damage
      if (left.kind === 'word' || right.kind === 'word') {
        proper++
        if (damage > values[at.damageMax]!) values[at.damageMax] = damage
        values[at.information]! += weight * (1 - damage)
      }
      const how = alignment.how(k)
      if (alignment.edits[k]! > 1) values[at.twoEdits]! += 1
      if (how === 'initial' || how === 'acronym') values[at.initials]! += how === 'initial' ? 1 : 0.5
      if (how === 'edit' && left.spellings[0]!.text[0] !== right.spellings[0]!.text[0])
        values[at.firstLetter]! += 1
    }
    values[at.damageShare] = mass === 0 ? 0 : damaged / mass
    values[at.oneWord] = proper <= 1 ? 1 : 0
    values[at.information] = Math.min(values[at.information]!, mostInformation)
  }

  private unmet(a: CompiledName, b: CompiledName): void {
    const { values, alignment } = this
    const left = count(a.terms, alignment.usedA)
    const right = count(b.terms, alignment.usedB)
    const [leftShare, rightShare] = [share(left.words, a.weight), share(right.words, b.weight)]
    // Words unmet on both sides contradict each other; on one side only, they are merely more.
    values[at.unmetBoth] = Math.min(left.words, right.words, 1.5)
    values[at.unmetBothShare] = Math.min(leftShare, rightShare)
    values[at.unmetMost] = Math.min(mostUnmet, Math.max(left.words, right.words))
    values[at.unmetMostShare] = Math.max(leftShare, rightShare)
    values[at.numberConflict] = Math.min(left.numbers, right.numbers, 1)
    values[at.numberExtra] = Math.min(1, Math.max(left.numbers, right.numbers) - values[at.numberConflict]!)
    values[at.genericConflict] = Math.min(2, Math.min(left.generics, right.generics))
    values[at.formConflict] = Math.min(left.forms, right.forms, 1)
    values[at.formExtra] = Math.min(1, Math.max(left.forms, right.forms) - values[at.formConflict]!)
  }

  /** Pairs of proper words that stand in another order, as a share; a comma explains any order. */
  private disorder(a: CompiledName, b: CompiledName): number {
    if (a.comma !== b.comma) return 0
    const { alignment } = this
    let [crossed, all] = [0, 0]
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

  /** Edits between the names written as one word each, as a share of their length; 0.5 and above is unlike. */
  private wholeDamage(a: CompiledName, b: CompiledName): number {
    const longest = Math.max(a.letters.length, b.letters.length)
    if (longest === 0) return 1
    const allowed = Math.floor(longest / 2)
    const edits = this.distance.osaCodes(
      a.letters,
      0,
      a.letters.length,
      b.letters,
      0,
      b.letters.length,
      allowed,
    )
    return Math.min(0.5, edits / longest)
  }
}

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
