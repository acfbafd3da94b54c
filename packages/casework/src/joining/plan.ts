import type { Finding } from '@cordon/model'
import type { CaseId, HeldKey } from './held-key.ts'
import type { Join } from './rule.ts'

/** A case as the joiner needs to know it. */
export interface CaseHead {
  readonly id: CaseId
  /** Closed ones take no new findings: a later finding opens a case that follows them. */
  readonly open: boolean
  /** A person has worked on it: assigned, noted, decided, moved its state, split or merged it. */
  readonly worked: boolean
  /** Different subjects in it. */
  readonly subjects: number
}

/** A finding that has come or grown. */
export interface Incoming {
  readonly finding: Finding
  /** The case that it is in already. */
  readonly case?: CaseId
  /** The case whose decision on the same pair silences it. */
  readonly silencedIn?: CaseId
}

/** What is known of the cases around some incoming findings. */
export interface Surroundings {
  readonly held: readonly HeldKey[]
  readonly cases: readonly CaseHead[]
  /** Cases that a person has put apart, in any order. */
  readonly apart: readonly (readonly [CaseId, CaseId])[]
}

/** One thing to be done to the cases, in order. */
export type JoinStep =
  | {
      readonly kind: 'open'
      readonly case: CaseId
      readonly finding: Finding
      /** Closed cases that it goes on from. */
      readonly follows: readonly CaseId[]
      readonly joins: readonly Join[]
    }
  | {
      readonly kind: 'add'
      readonly case: CaseId
      readonly finding: Finding
      readonly joins: readonly Join[]
    }
  | {
      readonly kind: 'merge'
      readonly into: CaseId
      readonly from: CaseId
      readonly finding: Finding
      readonly joins: readonly Join[]
    }
  /** Two cases that may be one, left to a person: both were worked on, or they would grow too large. */
  | {
      readonly kind: 'suggest'
      readonly cases: readonly [CaseId, CaseId]
      readonly finding: Finding
      readonly joins: readonly Join[]
      readonly because: 'worked' | 'large'
    }

/** What is to be done, and what then hangs on the hooks. */
export interface JoinPlan {
  readonly steps: readonly JoinStep[]
  /** Keys that came or changed, under the cases in which they end. */
  readonly keys: readonly HeldKey[]
}
