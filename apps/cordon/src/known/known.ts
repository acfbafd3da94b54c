import type { EntityGraph } from '@cordon/knowledge'
import type { ScreeningIndex } from '@cordon/screening'
import { type JoinedEntries, noneJoined } from '../joining/joined-entries.ts'

/** One list as an answer names it. */
export interface KnownList {
  readonly source: string
  readonly title: string
  readonly publisher: string
  readonly url?: string
  /** The publisher's version or date of issue. */
  readonly version: string
  /** The number of its import, where it comes from a store. */
  readonly seq?: number
  /** ISO 8601. */
  readonly fetched?: string
  /** Its entities, links included. */
  readonly entities: number
  /** The hand-written starter, not a publisher's list. */
  readonly starter: boolean
}

/** The entities of a set of list versions. */
export interface KnownEntities {
  readonly lists: readonly KnownList[]
  /** Source to version: what every answer names. */
  readonly versions: Readonly<Record<string, string>>
  /** The entities, under their ids and their referents, and the links between them. */
  readonly graph: EntityGraph
}

/** Everything a question is answered from: built once for a set of list versions, never changed, swapped in whole. */
export interface Known extends KnownEntities {
  readonly index: ScreeningIndex
}

/** How far a loading is, in entities. */
export interface LoadProgress {
  readonly done: number
  readonly total: number
}

/**
 * The one place that holds what is known now. A reader takes `current` once and works with that: it sees one set of
 * versions whole, whatever is swapped in meanwhile.
 */
export class KnownHolder {
  private held: Known | undefined
  private one: JoinedEntries = noneJoined
  private progress: LoadProgress | undefined

  /** What is known now; undefined until the first loading has ended. */
  get current(): Known | undefined {
    return this.held
  }

  /** Set while a loading goes on. */
  get loading(): LoadProgress | undefined {
    return this.progress
  }

  /** Which entries of several lists are one, as far as claims say so now. */
  get joined(): JoinedEntries {
    return this.one
  }

  /** Takes what the claims say now. */
  join(joined: JoinedEntries): void {
    this.one = joined
  }

  /** Tells how far a loading is; undefined once it has ended. */
  report(progress: LoadProgress | undefined): void {
    this.progress = progress
  }

  /** Puts a new state in the place of the old one. */
  swap(known: Known): void {
    this.held = known
  }
}
