import { boundOf, mostUnmetBeside } from './bound.ts'
import type { CompiledName } from './compiled-name.ts'
import { enoughInformation, mostInformation, type NameKind } from './features.ts'
import { outlineOf } from './hint.ts'
import { isAbd } from './meet.ts'
import { nameModel } from './model.data.ts'
import { leading, type Term } from './term.ts'

/** Most words of a name. */
const width = 64

/**
 * The words of a query that lead to names, the rare ones first, and how long the names may be that each newly leads to:
 * such a name meets none of the words before.
 */
export class LeadingPlaces {
  /** Where the words stand in the query. */
  readonly at = new Uint8Array(width)
  count = 0
  private query: CompiledName | undefined
  /** By word of the query: what its neighbours say at most of who is meant. */
  private readonly told = new Float64Array(width)
  private plain = false
  private initials = 0
  private abbreviates = false
  /** Light words that may meet a name's word, and what they say at most. */
  private lightWords = 0
  private lightTold = 0
  private properWords = 0

  /**
   * Takes up a query.
   * @param toldBy what a word's neighbours say at most of who is meant
   */
  begin(query: CompiledName, toldBy: (term: Term) => number): void {
    const { terms } = query
    this.query = query
    this.count = 0
    this.lightWords = 0
    this.lightTold = 0
    this.properWords = 0
    const { initials, abbreviates } = outlineOf(query)
    this.initials = initials
    this.abbreviates = abbreviates
    this.plain = initials === 0 && !abbreviates
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i]!
      if (term.kind === 'initial') continue
      this.told[i] = isAbd(term) ? mostInformation : toldBy(term)
      if (term.kind === 'word') this.properWords++
      if (leading.has(term.kind)) this.insert(i)
      else {
        this.lightWords++
        this.lightTold += this.told[i]!
      }
    }
  }

  /** The heavier words come first; of equal ones, the first. */
  private insert(i: number): void {
    const { terms } = this.query!
    const { weight } = terms[i]!
    let k = this.count++
    for (; k > 0 && terms[this.at[k - 1]!]!.weight < weight; k--) this.at[k] = this.at[k - 1]!
    this.at[k] = i
  }

  /**
   * Weight that the leading words of a name may have at most for word `k` to lead to it anew; 0 where it can lead to
   * none but those that hold initials.
   */
  longest(k: number, best: number, cutoff: number, kind: NameKind): number {
    const { terms, weight } = this.query!
    let unmet = 0
    let proper = 0
    for (let before = 0; before < k; before++) {
      const { kind: does, weight: its } = terms[this.at[before]!]!
      unmet += its
      if (does === 'word') proper++
    }
    const left = this.count - k
    if (this.abbreviates) return boundOf(best, unmet, weight, 0, weight) < cutoff ? 0 : Infinity
    const most = this.plain ? best - this.unsaid(k, unmet) : best
    const reached = boundOf(most, unmet, weight, 0, weight)
    if (reached < cutoff) return 0
    if (this.plain && left + this.lightWords === 1 && kind === 'person' && proper > 0) {
      // A name of one proper word says too little; of one with more words, the others meet nothing.
      const alone = this.properWords < 2 ? 0 : nameModel.loneWord * Math.min(1, unmet)
      if (reached + Math.max(alone, nameModel.unmetBoth) < cutoff) return 0
    }
    return left + this.initials + this.lightWords + mostUnmetBeside(most, unmet, weight, cutoff)
  }

  /** What `boundOf` grants too much of information to names that meet only the words from `k` on, `unmet` being unmet. */
  private unsaid(k: number, unmet: number): number {
    let told = this.lightTold
    for (let word = k; word < this.count; word++) told += this.told[this.at[word]!]!
    const information = Math.min(mostInformation, told)
    const granted = Math.min(mostInformation, this.query!.weight)
    const lack = Math.max(0, enoughInformation - information)
    return (
      Math.max(0, nameModel.information * (granted - information)) -
      nameModel.scarceMore * lack * Math.min(1, unmet)
    )
  }
}
