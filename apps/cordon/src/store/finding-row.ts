import type { Finding, Instant } from '@cordon/model'

/** What a person may say of a finding. */
export const verdicts = ['true', 'false', 'unsure'] as const
/** One of `verdicts`. */
export type Verdict = (typeof verdicts)[number]

/** One verdict, or the withdrawal of the one before it. */
export interface Decision {
  /** Absent for a withdrawal. */
  readonly verdict?: Verdict
  readonly reason: string
  readonly who: string
  readonly at: Instant
  /** The finding's revision that the person saw. */
  readonly revision: number
}

/** A finding as the store holds it. */
export interface StoredFinding {
  readonly finding: Finding
  readonly arrivedAt: Instant
  readonly revisedAt: Instant
  /** Of the decision that stands. */
  readonly verdict?: Verdict
  /** The decision that stands. */
  readonly decision?: Decision
  /** True where the finding has grown since it was decided: worth a second look. */
  readonly changedSinceDecision: boolean
  /** The case that it is in. */
  readonly case?: number
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
  readonly decided_reason: string | null
  readonly decided_by: string | null
  readonly decided_at: number | null
  readonly case_id?: number | null
}

/** What to select from for `FindingRow`: each finding with the decision that stands. */
export const findingsWithDecision = `(
  select f.*, (select case_id from case_finding where finding_id = f.id) as case_id, d.reason as decided_reason, d.who as decided_by, d.at as decided_at
  from finding f left join lateral (
    select reason, who, at from finding_decision where finding_id = f.id order by id desc limit 1
  ) d on f.verdict is not null
) as finding`

/** A row as the finding it holds. */
export function toStoredFinding(row: FindingRow): StoredFinding {
  return {
    finding: JSON.parse(row.body) as Finding,
    arrivedAt: row.arrived_at,
    revisedAt: row.revised_at,
    ...(row.verdict && { verdict: row.verdict, decision: standingDecision(row, row.verdict) }),
    changedSinceDecision: row.decided_revision !== null && row.revision > row.decided_revision,
    ...(row.case_id && { case: row.case_id }),
  }
}

function standingDecision(row: FindingRow, verdict: Verdict): Decision {
  return {
    verdict,
    reason: row.decided_reason!,
    who: row.decided_by!,
    at: row.decided_at!,
    revision: row.decided_revision!,
  }
}

/** Text in lower case without marks, folded here so that every server's locale gives the same answer. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\0/gu, '')
    .toLowerCase()
}
