import type { Ref } from '@cordon/model'

/** What can be seen of whoever did it. */
export const featureKinds = [
  'technique',
  'software',
  'hash',
  'infrastructure',
  'wallet',
  'corridor',
  'victim-country',
  'victim-sector',
  'hours',
] as const
/** One of `featureKinds`. */
export type FeatureKind = (typeof featureKinds)[number]

/**
 * Kinds that can tell one group from another: few groups share a program of their own, a host, a file or a wallet.
 * Everything else narrows and never attributes.
 */
export const specificKinds: ReadonlySet<FeatureKind> = new Set([
  'software',
  'hash',
  'infrastructure',
  'wallet',
])

/** One thing seen, by which groups are compared. */
export interface Feature {
  readonly kind: FeatureKind
  /** What is compared: a STIX id, a canonical indicator, `BD>PH`, a country's code, `22`. */
  readonly id: string
  readonly label: string
  /** Software anyone can get (ATT&CK's `tool`): many use it, whoever they are. */
  readonly isPublic?: boolean
}

/** Feature as a key of a map. */
export function featureKey({ kind, id }: Pick<Feature, 'kind' | 'id'>): string {
  return `${kind} ${id}`
}

/** A claim of a source that a group belongs to a state, or serves it. */
export interface SponsorClaim {
  readonly sponsor: Ref
  readonly source: string
  readonly confidence?: number
  /** What the claim is about where it is not the group itself: a group of another source under one of its names. */
  readonly via?: Ref
}

/** A name that a source gives a group, and other groups that some source calls so. */
export interface ActorName {
  readonly name: string
  readonly source: string
  readonly also: readonly { readonly id: string; readonly label: string; readonly source: string }[]
}

/** A group that may have done it. */
export interface Actor {
  /** STIX id of the intrusion set, or of the grouping where a source knows no other thing. */
  readonly id: string
  readonly name: string
  readonly code?: string
  /** Who describes it. */
  readonly sources: readonly string[]
  readonly names: readonly ActorName[]
  readonly sponsors: readonly SponsorClaim[]
}

/** What one source says of one group and one feature. */
export interface ActorFact {
  /** `Actor.id`. */
  readonly actor: string
  readonly feature: Feature
  /** The reports it rests on, each under one name however it is cited: `reportKey`. */
  readonly reports: readonly string[]
  /**
   * Reports without which it would not be this group's: those that attribute the campaign it comes over. Where all of them are
   * left out, so is the fact.
   */
  readonly bridge?: readonly string[]
  readonly source: string
  /** The campaign, program or other group over which it comes. */
  readonly via?: Ref
  /**
   * 0..1: how much of it falls to this group. Less than 1 where a source speaks of a larger group under a name that
   * this one bears too.
   */
  readonly share: number
  readonly words?: string
}

/** One name for a report, however it is cited: its address without what changes, or else its title. */
export function reportKey({ name, url }: { readonly name: string; readonly url?: string }): string {
  if (!url) return name.trim().toLowerCase()
  return url
    .trim()
    .replace(/^https?:\/\/web\.archive\.org\/web\/\w+\/(?=https?:)/i, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase()
}
