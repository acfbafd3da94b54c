import type { Finding, Instant } from '@cordon/model'

/** What a person may say of a finding. */
export const verdicts = ['true', 'false', 'unsure'] as const
/** One of `verdicts`. */
export type Verdict = (typeof verdicts)[number]

/** A finding as the store holds it. */
export interface StoredFinding {
  readonly finding: Finding
  readonly arrivedAt: Instant
  readonly revisedAt: Instant
  /** The decision that stands. */
  readonly verdict?: Verdict
  /** True where the finding has grown since it was decided: worth a second look. */
  readonly changedSinceDecision: boolean
}

/** A row of `finding`. */
export interface FindingRow {
  readonly id: string
  readonly arrival: number
  readonly revision: number
  readonly severity: number
  readonly score: number
  readonly body: string
  readonly arrived_at: number
  readonly revised_at: number
  readonly verdict: Verdict | null
  readonly decided_revision: number | null
}

/** A row as the finding it holds. */
export function toStoredFinding(row: FindingRow): StoredFinding {
  return {
    finding: JSON.parse(row.body) as Finding,
    arrivedAt: row.arrived_at,
    revisedAt: row.revised_at,
    ...(row.verdict && { verdict: row.verdict }),
    changedSinceDecision: row.decided_revision !== null && row.revision > row.decided_revision,
  }
}

/** Text in lower case without marks, folded here so that every server's locale gives the same answer. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\0/gu, '')
    .toLowerCase()
}
