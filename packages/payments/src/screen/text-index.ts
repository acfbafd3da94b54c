import type { Entity } from '@cordon/model'
import { finish, kindOfPair, nameOfSchema, readNames, type Steps } from '@cordon/screening'
import { analyseName, type VariantMemory } from '@cordon/text'
import { FuzzyWords } from './fuzzy-words.ts'
import type { TextWord } from './text-words.ts'

/** What a listed name names. */
export type ListedKind = 'person' | 'organisation' | 'vessel' | 'any'

/** A listed name as it is searched for in texts. */
export interface Pattern {
  readonly entityId: string
  readonly kind: ListedKind
  /** As it is listed. */
  readonly name: string
  /** Numbers of the words that must be there. */
  readonly words: readonly number[]
  /** Words of the listed name that need not be there: legal forms, articles, titles. */
  readonly optional: number
  /** Found as written only, never with a typo: too short to stand one. */
  readonly exact: boolean
}

/** A listed name found in a text. */
export interface TextMatch {
  readonly pattern: Pattern
  /** The first and the last of the words it takes. */
  readonly first: number
  readonly last: number
  /** Letters that were wrong. */
  readonly edits: number
  /** The words stand in the order of the listed name. */
  readonly inOrder: boolean
}

/** How a word of the text met a word of a name: where, over how many words, with how many slips. */
interface Met {
  readonly at: number
  readonly length: number
  readonly edits: number
}

const required = new Set(['word', 'generic', 'number', 'initial'])

/**
 * All listed names at once, to be found in free text: whole names only, their words in any order close together, each
 * with at most one slip of the pen where it is long enough, cut in two by a line end or a space, or written as one. A
 * name's rarest word leads to it; that all its other words are there is known before any place is compared. Immutable.
 */
export class TextIndex {
  private readonly words = new FuzzyWords()
  private readonly patterns: Pattern[] = []
  /** Patterns by the number of their rarest word. */
  private readonly byWord = new Map<number, Pattern[]>()
  /** Names of writing without spaces by their first two characters. */
  private readonly unspaced = new Map<string, { readonly name: string; readonly pattern: Pattern }[]>()

  /** @param entities with names; links and what has no name are passed over */
  static build(entities: Iterable<Entity>): TextIndex {
    return finish(TextIndex.building(entities))
  }

  /** The same in small steps, so that a server answers in between. */
  static *building(entities: Iterable<Entity>): Steps<TextIndex> {
    const index = new TextIndex()
    const memory: VariantMemory = new Map()
    let count = 0
    for (const entity of entities) {
      index.add(entity, memory)
      if (++count % 64 === 0) yield
    }
    index.seal()
    return index
  }

  /** Names that can be found. */
  get size(): number {
    return this.patterns.length
  }

  private add(entity: Entity, memory: VariantMemory): void {
    const nameOf = nameOfSchema(entity.schema)
    const kind = kindOfPair(entity.schema, entity.schema)
    for (const { text, weak } of readNames(entity)) {
      // Weak names of people are nicknames; those of firms are what everyone calls them.
      if (weak && kind === 'person') continue
      const tokens = analyseName(text, nameOf, memory).tokens
      const whole = tokens.every(({ kind: what }) => what === 'word' || what === 'orgForm' || what === 'stop')
      const core = tokens.filter(({ kind: what }) => required.has(what))
      // "Abu Ahmed Group": without its particle the name would be anyone's.
      const isNeeded = (what: string) =>
        required.has(what) || (core.length === 1 && !whole && what !== 'orgForm')
      const words: string[] = []
      let optional = 0
      let distinct = 0
      let letters = 0
      for (const { kind: what, folded } of tokens) {
        if (!isNeeded(what)) {
          optional += folded.split(' ').length
          continue
        }
        for (const part of folded.split(' ')) {
          words.push(part)
          letters += part.length
        }
        if (what === 'word') distinct++
      }
      if (distinct === 0 || words.length > 14) continue
      if (words.length === 1 && !alone(words[0]!, kind, weak)) continue
      if (weak && words.length > 1 && letters < 8) continue
      this.keep(
        { entityId: entity.id, kind, name: text, optional, exact: letters < 8 || words.length === 1 },
        words,
      )
      if (kind !== 'vessel') this.keepJoined(entity.id, kind, text, words)
    }
  }

  /** Given names of two syllables are written as one word or as two. */
  private keepJoined(entityId: string, kind: ListedKind, name: string, words: readonly string[]): void {
    if (kind !== 'person' || words.length < 3 || words.length > 4) return
    for (let i = 0; i + 1 < words.length; i++) {
      if (words[i]!.length > 6 || words[i + 1]!.length > 6) continue
      const joined = [...words.slice(0, i), words[i]! + words[i + 1]!, ...words.slice(i + 2)]
      this.keep({ entityId, kind, name, optional: 0, exact: false }, joined)
    }
  }

  private keep(pattern: Omit<Pattern, 'words'>, words: readonly string[]): void {
    const whole = words.join('')
    if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(whole)) {
      if (whole.length < 3) return
      const key = whole.slice(0, 2)
      const list = this.unspaced.get(key) ?? []
      list.push({ name: whole, pattern: { ...pattern, words: [] } })
      this.unspaced.set(key, list)
      return
    }
    this.patterns.push({ ...pattern, words: words.map((word) => this.words.add(word)) })
  }

  private seal(): void {
    const counts = new Uint32Array(this.words.words.length)
    for (const { words } of this.patterns) for (const word of new Set(words)) counts[word]!++
    for (const pattern of this.patterns) {
      const rarest = pattern.words.reduce((a, b) => (counts[b]! < counts[a]! ? b : a))
      const list = this.byWord.get(rarest)
      if (list) list.push(pattern)
      else this.byWord.set(rarest, [pattern])
    }
    this.words.seal()
  }

  /** Listed names in a text, each once, at its best place. */
  find(text: readonly TextWord[]): TextMatch[] {
    const met = new Map<number, Met[]>()
    for (let at = 0; at < text.length; at++) this.meet(text, at, met)
    const found: TextMatch[] = []
    for (const word of met.keys())
      for (const pattern of this.byWord.get(word) ?? []) {
        const match = this.arrange(pattern, met, word)
        if (match) found.push(match)
      }
    return this.unspaced.size > 0 ? found.concat(this.findUnspaced(text)) : found
  }

  /** Words of names that a word of the text may be, alone or with the next. */
  private meet(text: readonly TextWord[], at: number, met: Map<number, Met[]>): void {
    const { folded, ends, digits } = text[at]!
    const note = (id: number, length: number, edits: number) => {
      const list = met.get(id)
      if (list) list.push({ at, length, edits })
      else met.set(id, [{ at, length, edits }])
    }
    const exact = this.words.find(folded)
    if (exact !== undefined) note(exact, 1, 0)
    // What is a word of names already is rarely another with a typo, but may be: "Ali" and "Alia" are two people.
    if (exact === undefined && !digits) this.words.near(folded, (id) => note(id, 1, 1))
    const next = text[at + 1]
    // Names are cut by line ends wherever they stand, and by spaces at their short syllables.
    if (!next || digits || next.digits || (!ends && (folded.length > 6 || next.folded.length > 6))) return
    const joined = folded + next.folded
    // A word that a line end cuts may be short; two words that happen to make another are not.
    if (joined.length < (ends ? 3 : 6) || joined.length > 30) return
    const whole = this.words.find(joined)
    if (whole !== undefined) note(whole, 2, 0)
    else if (ends) this.words.near(joined, (id) => note(id, 2, 1))
  }

  private arrange(
    pattern: Pattern,
    met: ReadonlyMap<number, readonly Met[]>,
    rarest: number,
  ): TextMatch | undefined {
    const { words } = pattern
    for (const word of words) if (!met.has(word)) return undefined
    let best: TextMatch | undefined
    for (const anchor of met.get(rarest)!) {
      const match = this.around(pattern, met, rarest, anchor)
      if (
        match &&
        (!best || match.edits < best.edits || (match.edits === best.edits && match.inOrder && !best.inOrder))
      )
        best = match
    }
    return best
  }

  /** The words of a name about one place of its rarest word: each at the nearest free place. */
  private around(
    pattern: Pattern,
    met: ReadonlyMap<number, readonly Met[]>,
    rarest: number,
    anchor: Met,
  ): TextMatch | undefined {
    const { words, exact } = pattern
    const anchorAt = words.indexOf(rarest)
    const taken: Met[] = []
    let edits = 0
    let descents = 0
    let before = -1
    for (const [i, word] of words.entries()) {
      let chosen: Met | undefined = i === anchorAt ? anchor : undefined
      if (!chosen) {
        const expected = anchor.at + i - anchorAt
        let least = Number.POSITIVE_INFINITY
        for (const one of met.get(word)!) {
          const far = Math.abs(one.at - expected) + one.edits * 0.5
          if (far < least && !taken.some((other) => overlaps(other, one)) && !overlaps(anchor, one)) {
            least = far
            chosen = one
          }
        }
      }
      if (!chosen) return undefined
      edits += chosen.edits
      if (chosen.at < before) descents++
      before = chosen.at
      taken.push(chosen)
    }
    if (edits > (exact ? 0 : words.length === 2 ? 1 : Math.ceil(words.length / 2))) return undefined
    let first = Number.POSITIVE_INFINITY
    let last = -1
    let length = 0
    for (const { at, length: own } of taken) {
      first = Math.min(first, at)
      last = Math.max(last, at + own - 1)
      length += own
    }
    // People's names are written with the surname first or last: a turn of the words is no other order.
    const isTurned = descents === 1 && pattern.kind === 'person' && taken.at(-1)!.at < taken[0]!.at
    const inOrder = descents === 0 || isTurned
    const room = words.length === 1 ? 0 : Math.min(3, 1 + pattern.optional)
    return last - first + 1 <= length + room ? { pattern, first, last, edits, inOrder } : undefined
  }

  private findUnspaced(text: readonly TextWord[]): TextMatch[] {
    const found: TextMatch[] = []
    for (const [at, { folded }] of text.entries()) {
      if (folded.charCodeAt(0) < 0x1100) continue
      for (let i = 0; i + 2 < folded.length + 1; i++)
        for (const { name, pattern } of this.unspaced.get(folded.slice(i, i + 2)) ?? [])
          if (folded.startsWith(name, i))
            found.push({ pattern, first: at, last: at, edits: 0, inOrder: true })
    }
    return found
  }
}

function overlaps(a: Met, b: Met): boolean {
  return a.at < b.at + b.length && b.at < a.at + a.length
}

/** Whether a single word may be searched for: ships are told apart by what stands beside them; people never go by one. */
function alone(word: string, kind: ListedKind, weak: boolean): boolean {
  if (kind === 'person') return false
  return word.length >= (weak ? 5 : 4)
}
