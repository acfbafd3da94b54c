/**
 * A person, organisation, vessel, wallet, or the link between two, projected from statements that share an id.
 * The JSON shape is FollowTheMoney's as yente serves it.
 */
export interface Entity {
  readonly id: string
  readonly caption: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
  /** The sources that say something about it. */
  readonly datasets: readonly string[]
  /** Other ids by which sources know it. */
  readonly referents: readonly string[]
  /** True where the entity itself is listed, not merely linked to a listed one. */
  readonly target: boolean
  /** Source version in which it was first seen, ISO 8601. */
  readonly first_seen?: string
  readonly last_seen?: string
  /** Source version in which a statement about it last changed. */
  readonly last_change?: string
}
