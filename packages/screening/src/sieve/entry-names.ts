import { mayBe, partySchemata } from '../kinds.ts'
import { maxJoined, mayBeInitials, shortestJoined } from '../names/align.ts'
import type { CompiledName } from '../names/compiled-name.ts'
import { lettersOf, type Term } from '../names/term.ts'
import { HashTable } from './hash-table.ts'
import { bytesOf, hashBytes, ListedWords } from './listed-words.ts'
import { listedWholes } from './party-block.ts'

/** A name of an entry to be met, and of what schema the entry is. */
export interface SieveName {
  readonly name: CompiledName
  readonly schema: string
}

/** Words of a name that fit into the bits of a number. */
export const mostWords = 31

/** The names of a few entries in arrays, with the ways to them. Read only. */
export class EntryNames {
  readonly listed: ListedWords
  /** The listed words of each name, in its order. */
  readonly words: readonly (readonly number[])[]
  /** The names that hold a listed word, with its place: name, place, name, place ... */
  readonly holders: readonly (readonly number[])[]
  /** Names by hashes of the whole. */
  readonly wholes: HashTable
  /** Runs of words by what comes of them written as one. */
  readonly joins: HashTable
  readonly runs: readonly { readonly name: number; readonly from: number; readonly to: number }[]
  /** Of each name: the weight of its words, of those that name, and how many are proper. */
  readonly totals: Float64Array
  readonly naming: Float64Array
  readonly proper: Uint8Array
  /** First letters: of initials, and of all words that abbreviations don't leave out; and what abbreviates others. */
  readonly initials: readonly string[]
  readonly firsts: readonly string[]
  readonly abbreviations: readonly (readonly string[])[]
  /** Letters of the whole, and a bit for each. */
  readonly letters: readonly string[]
  readonly masks: Int32Array
  /** Names by how many letters they have. */
  readonly byLength: ReadonlyMap<number, readonly number[]>
  private readonly schemas: Uint8Array
  /** By a party's schema, which schemata of entries it may be. */
  private readonly allowed: readonly Uint8Array[]

  constructor(names: readonly SieveName[]) {
    const ids = new Map<Term, number>()
    const idOf = (term: Term) => {
      const id = ids.get(term) ?? ids.size
      ids.set(term, id)
      return id
    }
    const named = names.map(({ name }) => name)
    this.words = named.map(({ terms }) => terms.map(idOf))
    this.listed = new ListedWords([...ids.keys()])
    const holders: number[][] = this.listed.terms.map(() => [])
    for (const [n, own] of this.words.entries())
      for (const [place, id] of own.entries()) holders[id]!.push(n, place)
    this.holders = holders
    this.wholes = new HashTable(
      named.flatMap((name, n) => listedWholes(name).map((hash) => [hash, n] as const)),
    )
    const runs = named.flatMap((name, n) => runsOf(name).map((run) => ({ ...run, name: n })))
    this.runs = runs
    this.joins = new HashTable(runs.map(({ hash }, at) => [hash, at] as const))
    this.totals = Float64Array.from(named, ({ weight }) => weight)
    this.naming = Float64Array.from(this.words, (own) =>
      own.reduce((sum, id) => sum + this.listed.unmet[id]!, 0),
    )
    this.proper = Uint8Array.from(named, ({ terms }) => terms.filter(({ kind }) => kind === 'word').length)
    this.initials = named.map(({ terms }) => firstLetters(terms.filter(({ kind }) => kind === 'initial')))
    this.firsts = named.map(({ terms }) => firstLetters(terms.filter(({ kind }) => kind !== 'stop')))
    this.abbreviations = named.map(({ terms }) =>
      terms.filter(mayBeInitials).map(({ spellings }) => bytesOf(spellings[0]?.text ?? '')),
    )
    this.letters = named.map(({ letters }) => bytesOf(letters))
    this.masks = Int32Array.from(named, ({ letters }) => lettersOf(letters))
    const byLength = new Map<number, number[]>()
    for (const [n, { length }] of this.letters.entries())
      byLength.set(length, [...(byLength.get(length) ?? []), n])
    this.byLength = byLength
    const schemas = [...new Set(names.map(({ schema }) => schema))]
    this.schemas = Uint8Array.from(names, ({ schema }) => schemas.indexOf(schema))
    this.allowed = partySchemata.map((schema) =>
      Uint8Array.from(schemas, (one) => (mayBe(schema, one) ? 1 : 0)),
    )
  }

  /** How many names there are. */
  get size(): number {
    return this.words.length
  }

  /** Whether a party of a schema, by its place in `partySchemata`, may be the one who bears a name. */
  mayBear(schema: number, name: number): boolean {
    const allowed = this.allowed[schema]
    return allowed === undefined || allowed[this.schemas[name]!] === 1
  }
}

const firstLetters = (terms: readonly Term[]) => bytesOf(terms.map(({ text }) => text[0] ?? ' ').join(''))

/** Two or three neighbouring words of a name that others may write as one. */
function runsOf({ terms }: CompiledName): { hash: number; from: number; to: number }[] {
  const runs = []
  for (let from = 0; from + 1 < terms.length; from++) {
    let text = terms[from]!.text
    for (let to = from + 1; to < from + maxJoined && to < terms.length; to++) {
      text += terms[to]!.text
      if (text.length >= shortestJoined) runs.push({ hash: hashBytes(text), from, to: to + 1 })
    }
  }
  return runs
}
