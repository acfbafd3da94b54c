import type { Finding, Instant, Profile } from '@cordon/model'

/** Names of the rules by which findings become one case, the strongest first. */
export const joinRuleNames = [
  'shared-subject',
  'shared-identifier',
  'seen-and-matched',
  'shared-match',
  'host-and-payments',
  'same-place-and-time',
] as const
/** One of `joinRuleNames`. */
export type JoinRuleName = (typeof joinRuleNames)[number]

/** A finding as it hangs on a hook: what a rule needs to tell whether another one belongs to it. */
export interface Member {
  readonly finding: string
  readonly start: Instant
  readonly end: Instant
  /** What stood on this side: a rule that joins unlike roles reads it. */
  readonly role?: string
  /** Degrees. */
  readonly lat?: number
  readonly lon?: number
}

/** Where a finding hangs: findings on one hook, or on one that it probes, may be one case. */
export interface Hook {
  readonly key: string
  /** What the key stands for, for a person. */
  readonly label: string
  readonly member: Member
  /** Other keys under which a companion may hang: neighbouring cells. */
  readonly probes?: readonly string[]
}

/** What rules know beyond the finding. */
export interface JoinContext {
  readonly profile?: Profile
}

/** One way in which findings belong together. */
export interface JoinRule {
  readonly name: JoinRuleName
  /** What it joins, in one sentence. */
  readonly says: string
  /** A hook that has met more different subjects than this joins nothing more: it is a hub. */
  readonly hub: number
  /** How many of a case's findings on one hook are kept to compare with. */
  readonly keep: number
  hooks(finding: Finding, context: JoinContext): readonly Hook[]
  /** Whether two findings that met on a hook belong together. */
  agree(one: Member, other: Member): boolean
  /** Why they do, in one sentence for a person. */
  words(label: string, one: Member, other: Member): string
}

/** Why a finding is in a case: by which rule, on what, and with which other finding. */
export interface Join {
  readonly rule: JoinRuleName | 'first' | 'decided-before' | 'by-hand'
  readonly label: string
  /** The finding that was already there. */
  readonly with?: string
  /** One sentence for a person. */
  readonly words: string
}

/** How a finding hangs, without what its rule adds. */
export function memberOf({ id, window, place }: Finding, role?: string): Member {
  return {
    finding: id,
    start: window.start,
    end: window.end ?? window.start,
    ...(role !== undefined && { role }),
    ...(place && { lat: place.lat, lon: place.lon }),
  }
}

/** Time between two findings' windows, milliseconds; 0 where they overlap. */
export function gapBetween(one: Member, other: Member): number {
  return Math.max(0, one.start - other.end, other.start - one.end)
}
