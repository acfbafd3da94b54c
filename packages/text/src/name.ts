import type { Script } from './script.ts'

/** What a word does in a name. `generic` words (bank, trading, group) and `orgForm`s say little about who is meant. */
export type TokenKind =
  | 'word'
  | 'initial'
  | 'number'
  | 'title'
  | 'suffix'
  | 'particle'
  | 'orgForm'
  | 'generic'
  | 'vesselPrefix'
  | 'stop'

/** A word in another shape: a Latin spelling to compare by letters, or a key that is equal or nothing. */
export interface Variant {
  readonly text: string
  /** 0 is the same word merely written otherwise; 1 would be another word. */
  readonly cost: number
  /** Where it comes from, for a person: `McCune-Reischauer`, `nickname`, `translated word`. */
  readonly reason: string
}

/** One part of a name, ready to be compared. Plain data. */
export interface NameToken {
  /** As it stood. */
  readonly text: string
  /** Lower case without marks, in its own script. A phrase ("limited liability company") keeps its spaces. */
  readonly folded: string
  readonly script: Script
  readonly kind: TokenKind
  /** The number meant, for `number`: III, 3rd, 第三 are 3. */
  readonly value?: number
  /** For `orgForm`: the class (`llc`) and the wider group (`limited`) of the form. */
  readonly form?: string
  readonly formGroup?: string
  /** For words that lists translate: the concept, by its English word (`bank`). */
  readonly concept?: string
  /** Latin spellings, most usual first, at most `maxSpellings`; the first of a Latin word is the word itself. */
  readonly spellings: readonly Variant[]
  /** Keys that meet across spellings and scripts; each starts with its kind, as in `ko:정`. At most `maxKeys`. */
  readonly keys: readonly Variant[]
}

/** Most Latin spellings of a token. */
export const maxSpellings = 8
/** Most keys of a token, and of a name. */
export const maxKeys = 24

/** What the name is said to name, where known: it decides how doubtful words are read. */
export type NameOf = 'person' | 'organization' | 'vessel'

/** A name taken apart. Plain data; the same name gives the same bytes. */
export interface AnalysedName {
  readonly tokens: readonly NameToken[]
  /** Keys of the name as a whole: equal keys mean one name, in whatever script, order or spelling of its parts. */
  readonly keys: readonly Variant[]
  /** Letters of another script were used inside a word; `lookalikes` says which. */
  readonly mixedScript: boolean
  readonly lookalikes: readonly string[]
  /** The name was longer than `maxNameLength` or `maxWords`, and its end was not read. */
  readonly truncated: boolean
}
