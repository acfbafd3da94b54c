import type { Ref } from '@cordon/model'
import type { Actor, Feature, SponsorClaim } from './features.ts'

/** How far up the ladder the evidence carries: not at all, to activity that hangs together, to a group, to who sends it. */
export type Rung = 'none' | 'cluster' | 'group' | 'sponsor'

/** Why no group is named. */
export type Abstention =
  | 'no-knowledge' // no group is known at all
  | 'no-evidence' // nothing was seen
  | 'narrowing-only' // techniques, victims and the like, which never attribute
  | 'met-by-nobody' // programs, hosts or files, none of which any group is known to have
  | 'someone-else' // likelier someone who is not among the known groups
  | 'too-close' // two groups or more share what was seen
  | 'too-weak' // nothing of it is any group's own

/** What one source says that links a piece of evidence with a group. */
export interface EvidenceSource {
  readonly source: string
  readonly reports: readonly string[]
  readonly via?: Ref
  /** Less than 1 where the source speaks of a larger group. */
  readonly share: number
  readonly words?: string
}

/** One piece of evidence as it stands to one group. */
export interface EvidenceLine {
  readonly feature: Feature
  /** Groups that are known for it. */
  readonly users: number
  readonly strength: 'strong' | 'moderate' | 'weak'
  /** What the group's probability would be without it; absent where it moves nothing. */
  readonly without?: number
  readonly sources: readonly EvidenceSource[]
  /** Of evidence against: the groups that are known for it. */
  readonly others: readonly { readonly id: string; readonly name: string }[]
}

/** A group that may have done it. */
export interface Candidate {
  readonly actor: Actor
  /** Absent where nothing seen can attribute: the group only looks alike. */
  readonly probability?: number
  readonly for: readonly EvidenceLine[]
  readonly against: readonly EvidenceLine[]
}

/** A state or body that groups are said to serve. */
export interface SponsorView {
  readonly sponsor: Ref
  /** Of the groups together that some source puts under it, given that those claims hold. */
  readonly probability: number
  readonly claims: readonly (SponsorClaim & { readonly actor: string; readonly actorName: string })[]
  /** Claims that put the same groups under someone else. */
  readonly contradicting: readonly (SponsorClaim & { readonly actor: string; readonly actorName: string })[]
}

/** An observation that is missing, and what it would tell. */
export interface Settling {
  readonly feature: Feature
  /** The group it would speak for. */
  readonly favours: string
  /** Bits that looking is expected to give, between the first two. */
  readonly bits: number
  /** Probability of the first against the second, if it is seen and if it is not. */
  readonly ifSeen: number
  readonly ifNot: number
  readonly sources: readonly EvidenceSource[]
}

/** What can be said of who did it. */
export interface Attribution {
  readonly rung: Rung
  readonly confidence: 'none' | 'possible' | 'likely'
  /** The group that is named; absent where it abstains. */
  readonly named?: { readonly id: string; readonly name: string }
  readonly abstention?: Abstention
  /** The likeliest first; without probabilities where nothing seen can attribute. */
  readonly candidates: readonly Candidate[]
  /** Probability that it is none of the known groups; absent like theirs. */
  readonly someoneElse?: number
  readonly sponsors: readonly SponsorView[]
  /** Evidence that no group is known for. */
  readonly unassigned: readonly Feature[]
  readonly settle: readonly Settling[]
  readonly calibratedOn: string
  /** Groups and reports that were weighed. */
  readonly weighed: { readonly groups: number; readonly reports: number }
}
