import type { Ref } from './ref.ts'

/**
 * What joins two things across standards or sources: this FollowTheMoney organisation is that intrusion set; this
 * alias belongs to that group; these two list entries are one person. Sources contradict each other: both claims
 * are kept, and each can be withdrawn.
 */
export interface Claim {
  readonly from: Ref
  readonly to: Ref
  /** `same-as`, `not-same-as`, `alias-of`, `attributed-to`, `part-of` ... */
  readonly relation: string
  /** Who says so: a source's machine name, a URL, or `person:<account>`. */
  readonly source: string
  /** 0..1, as the source's words are scaled (STIX 2.1, appendix A). Absent where the source gives none. */
  readonly confidence?: number
  readonly valid: { readonly from?: string; readonly until?: string }
  /** Set once it has been taken back; the claim itself stays on record. */
  readonly withdrawn?: { readonly at: string; readonly by: string; readonly reason: string }
}
