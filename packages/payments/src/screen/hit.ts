import type { Explanation } from '@cordon/screening'
import type { PartyRole, TextRole } from '../message.ts'

/** What a message or a hit asks for: nothing, a person's look, or not to go on before a person has looked. */
export const recommendations = ['pass', 'review', 'hold'] as const
/** One of `recommendations`. */
export type Recommendation = (typeof recommendations)[number]

/** How much a hit weighs: `note` is shown and explained, and asks for nothing. */
export type HitLevel = 'note' | 'review' | 'hold'

/** What a hit is about. */
export const hitKinds = ['party', 'text', 'identifier', 'place', 'goods'] as const
/** One of `hitKinds`. */
export type HitKind = (typeof hitKinds)[number]

/** Why a hit weighs less, or is shown at all. */
export const hitReasons = [
  'birth-date-differs',
  'country-differs',
  'gender-differs',
  'person-in-company-name',
  'ship-without-context',
  'part-of-code',
  'reference-field',
  'denial',
  'legal-control',
  'one-word-name',
  'ordinary-word',
  'typo',
  'words-in-other-order',
  'ambiguous-place',
  'place-in-name',
  'goods-alone',
  'account-not-identifier',
  'names-near',
  'initials-only',
  'other-words',
] as const
/** One of `hitReasons`. */
export type HitReason = (typeof hitReasons)[number]

/** Something found in a message, with its place. */
export interface Hit {
  readonly kind: HitKind
  readonly level: HitLevel
  /** Number of the transaction in the message, from 0. */
  readonly transaction: number
  readonly role?: PartyRole | TextRole
  /** Where it stands: a path, and offsets in UTF-16 units into the message's text. */
  readonly path: string
  readonly from?: number
  readonly to?: number
  /** As the message has it. */
  readonly value: string
  /** Who or what it meets: an entity's id and caption, or a place's name. */
  readonly entityId?: string
  readonly caption: string
  /** The listed value that it met. */
  readonly listed: string
  /** Lists that say so; of places the measure. */
  readonly sources: readonly string[]
  readonly score: number
  readonly reasons: readonly HitReason[]
  /** One sentence for a person. */
  readonly detail: string
  readonly explanations?: Readonly<Record<string, Explanation>>
}

/** The gravest of levels as a recommendation. */
export function recommendationOf(hits: readonly Hit[]): Recommendation {
  if (hits.some(({ level }) => level === 'hold')) return 'hold'
  return hits.some(({ level }) => level === 'review') ? 'review' : 'pass'
}
