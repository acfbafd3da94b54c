import { wordsOf } from '@cordon/text'
import { FuzzyWords } from './fuzzy-words.ts'
import type { TextWord } from './text-words.ts'

/** A country or region under comprehensive measures, as a pack tells it. */
export interface EmbargoedArea {
  /** ISO 3166-1 alpha-2 of a country, in upper case; absent for a region within one. */
  readonly code?: string
  readonly name: string
  readonly also?: readonly string[]
  /** Whose measure, and where it stands: `31 CFR Part 510`. */
  readonly source: string
  /** What a hit of the area asks for: `hold` by default. */
  readonly level?: 'hold' | 'review'
}

/** A place within an embargoed area. */
export interface EmbargoedPlace {
  readonly name: string
  readonly also?: readonly string[]
  /** `name` of the area. */
  readonly area: string
  readonly kind: 'city' | 'port' | 'region' | 'airport'
  /** Another thing of that name, which makes it worth a look only in an address: `a district of Rostov oblast`. */
  readonly ambiguous?: string
}

/** Goods that a resolution names, to be shown beside what else is found. */
export interface ListedGoods {
  readonly name: string
  readonly also?: readonly string[]
  readonly source: string
}

/** What packs know of places and goods. */
export interface PlaceKnowledge {
  /** `dprk-places`, with its version: named in `knowledgeVersions`. */
  readonly name: string
  readonly version: string
  readonly areas: readonly EmbargoedArea[]
  readonly places: readonly EmbargoedPlace[]
  readonly goods?: readonly ListedGoods[]
}

/** What a phrase stands for. */
export type PlaceMeaning =
  | { readonly what: 'area'; readonly area: EmbargoedArea }
  | { readonly what: 'place'; readonly place: EmbargoedPlace; readonly area: EmbargoedArea }
  | { readonly what: 'goods'; readonly goods: ListedGoods }

/** A place or goods found in a text. */
export interface PlaceMatch {
  readonly meaning: PlaceMeaning
  readonly name: string
  readonly first: number
  readonly last: number
  readonly edits: number
}

const nothing: never[] = []

interface Phrase {
  readonly words: readonly number[]
  readonly name: string
  readonly meaning: PlaceMeaning
}

/** Names of places and goods, to be found in texts and addresses. A slip of the pen is let pass from seven letters on. */
export class PlaceIndex {
  private readonly words = new FuzzyWords(7)
  private readonly byFirst = new Map<number, Phrase[]>()
  private readonly byCode = new Map<string, EmbargoedArea>()
  readonly versions: Readonly<Record<string, string>>

  constructor(knowledge: readonly PlaceKnowledge[]) {
    this.versions = Object.fromEntries(knowledge.map(({ name, version }) => [name, version]))
    for (const { areas, places, goods = [] } of knowledge) {
      const byName = new Map(areas.map((area) => [area.name, area]))
      for (const area of areas) {
        if (area.code) this.byCode.set(area.code, area)
        this.addAll([area.name, ...(area.also ?? [])], { what: 'area', area })
      }
      for (const place of places) {
        const area = byName.get(place.area)
        if (area) this.addAll([place.name, ...(place.also ?? [])], { what: 'place', place, area })
      }
      for (const one of goods) this.addAll([one.name, ...(one.also ?? [])], { what: 'goods', goods: one })
    }
    this.words.seal()
  }

  private addAll(names: readonly string[], meaning: PlaceMeaning): void {
    for (const name of names) {
      const words = wordsOf(name).map(({ folded }) => this.words.add(folded))
      const [first] = words
      if (first === undefined) continue
      const list = this.byFirst.get(first) ?? []
      list.push({ words, name, meaning })
      list.sort((a, b) => b.words.length - a.words.length)
      this.byFirst.set(first, list)
    }
  }

  /** The area of a country's code, in any case. */
  area(code: string): EmbargoedArea | undefined {
    return this.byCode.get(code.toUpperCase())
  }

  /** Places in a text; the longest name at each place wins. */
  find(text: readonly TextWord[]): PlaceMatch[] {
    const found: PlaceMatch[] = []
    for (let at = 0; at < text.length; at++) {
      const match = this.at(text, at)
      if (!match) continue
      found.push(match)
      at = match.last
    }
    return found
  }

  private at(text: readonly TextWord[], at: number): PlaceMatch | undefined {
    const firsts = this.idsOf(text, at)
    for (const { id, edits, length } of firsts)
      for (const phrase of this.byFirst.get(id) ?? []) {
        let all = edits
        let next = at + length
        let holds = true
        for (const word of phrase.words.slice(1)) {
          const one = this.idsOf(text, next).find((candidate) => candidate.id === word)
          if (!one) {
            holds = false
            break
          }
          all += one.edits
          next += one.length
        }
        // One slip in a name, and none in the names of goods, which are words of everyone's.
        if (holds && all <= (phrase.meaning.what === 'goods' ? 0 : 1))
          return { meaning: phrase.meaning, name: phrase.name, first: at, last: next - 1, edits: all }
      }
    return undefined
  }

  private idsOf(text: readonly TextWord[], at: number): { id: number; edits: number; length: number }[] {
    const word = text[at]
    if (!word) return nothing
    const exact = this.words.find(word.folded)
    if (exact === undefined && !word.ends && (word.digits || word.folded.length < this.words.shortest))
      return nothing
    const ids = exact === undefined ? [] : [{ id: exact, edits: 0, length: 1 }]
    const next = text[at + 1]
    if (word.ends && next) {
      const joined = this.words.find(word.folded + next.folded)
      if (joined !== undefined) ids.push({ id: joined, edits: 0, length: 2 })
    }
    if (exact === undefined && !word.digits)
      this.words.near(word.folded, (id) => ids.push({ id, edits: 1, length: 1 }))
    return ids
  }
}
