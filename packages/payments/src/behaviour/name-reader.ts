import { analyseName, normaliseName } from '@cordon/text'
import { RecentMap } from './recent-map.ts'

/** What a beneficiary's name is taken for. `unknown` where it could be either. */
export type NameSort = 'person' | 'organisation' | 'unknown'

/** A name as the rules see it. */
export interface NameReading {
  readonly text: string
  /** In the form in which equal names are equal. */
  readonly key: string
  readonly words: readonly string[]
  readonly sort: NameSort
}

const mostRemembered = 50_000

/** Reads beneficiaries' names: their key, their words, and whether they name a person. What was read is remembered. */
export class NameReader {
  private readonly known = new RecentMap<NameReading>(mostRemembered)
  private readonly organisationWords: ReadonlySet<string>

  /** @param organisationWords folded words that only organisations have in their names */
  constructor(organisationWords: ReadonlySet<string>) {
    this.organisationWords = organisationWords
  }

  read(name: string): NameReading {
    const known = this.known.get(name)
    if (known !== undefined) return known
    const reading = this.analysed(name)
    this.known.set(name, reading)
    return reading
  }

  private analysed(name: string): NameReading {
    const key = normaliseName(name)
    const words = key === '' ? [] : key.split(' ')
    return { text: name, key, words, sort: this.sortOf(name, words) }
  }

  /**
   * A person has two to six words, none of them a legal form, a generic word, a number, a translated word or one of the
   * organisation words. A company named after a person without a legal form reads as a person: the sign is weak by itself.
   */
  private sortOf(name: string, words: readonly string[]): NameSort {
    if (words.some((word) => this.organisationWords.has(word))) return 'organisation'
    let plain = 0
    let isTitled = false
    for (const { kind, concept, folded } of analyseName(name).tokens) {
      // Romanised syllables of East Asian names are also words: "su" is water.
      const isTranslated = concept !== undefined && folded.length > 3
      if (kind === 'orgForm' || kind === 'generic' || kind === 'number' || isTranslated) return 'organisation'
      if (kind === 'title') isTitled = true
      if (kind === 'word' || kind === 'initial') plain++
    }
    if (plain >= 2 && plain <= 6) return 'person'
    return isTitled && plain === 1 ? 'person' : 'unknown'
  }
}
