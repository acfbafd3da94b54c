import { type CaseState, isOpen } from '@cordon/casework'
import { CordonError, type Instant, type Severity, severities, type WatchName } from '@cordon/model'
import type pg from 'pg'

/** A release that somebody has asked for and a second person is to answer. */
export interface PendingRelease {
  readonly by: string
  readonly at: Instant
  readonly reason: string
  /** Decide what is undecided in it with the release. */
  readonly decideRest: boolean
}

/** A case as the store holds it. */
export interface CaseRecord {
  readonly id: number
  readonly state: CaseState
  readonly severity: Severity
  /** The gravest that it ever was. */
  readonly peak: Severity
  /** Why it is as grave as it is. */
  readonly severityWords: string
  readonly title: string
  readonly doors: readonly WatchName[]
  readonly findings: number
  /** Findings that stand and wait for a decision. */
  readonly undecided: number
  /** Different subjects. */
  readonly subjects: number
  /** When what was found happened, first and last. */
  readonly first?: Instant
  readonly last?: Instant
  readonly opened: Instant
  readonly changed: Instant
  readonly assignee?: string
  readonly due: Instant
  readonly dueByHand: boolean
  readonly worked: boolean
  /** Closed cases that it goes on from. */
  readonly follows: readonly number[]
  /** The case that it has become a part of. */
  readonly mergedInto?: number
  readonly release?: PendingRelease
}

/** A row of `casefile`. */
export interface CaseRow {
  readonly id: number
  readonly state: CaseState
  readonly severity: number
  readonly peak: number
  readonly severity_words: string
  readonly title: string
  readonly doors: WatchName[]
  readonly findings: number
  readonly undecided: number
  readonly subjects: number
  readonly first_at: number | null
  readonly last_at: number | null
  readonly opened_at: number
  readonly changed_at: number
  readonly assignee: string | null
  readonly due_at: number
  readonly due_by_hand: boolean
  readonly worked: boolean
  readonly follows: (string | number)[]
  readonly merged_into: number | null
  readonly release: PendingRelease | null
}

/** A row as the case that it holds. */
export function toCase(row: CaseRow): CaseRecord {
  return {
    id: row.id,
    state: row.state,
    severity: severities[row.severity]!,
    peak: severities[row.peak]!,
    severityWords: row.severity_words,
    title: row.title,
    doors: row.doors,
    findings: row.findings,
    undecided: row.undecided,
    subjects: row.subjects,
    ...(row.first_at !== null && { first: row.first_at }),
    ...(row.last_at !== null && { last: row.last_at }),
    opened: row.opened_at,
    changed: row.changed_at,
    ...(row.assignee !== null && { assignee: row.assignee }),
    due: row.due_at,
    dueByHand: row.due_by_hand,
    worked: row.worked,
    follows: row.follows.map(Number),
    ...(row.merged_into !== null && { mergedInto: row.merged_into }),
    ...(row.release && { release: row.release }),
  }
}

/**
 * A case for a change, locked until the commit. Take the lock of cases first.
 * @throws CordonError CORDON_CASE_UNKNOWN, CORDON_CASE_MERGED
 */
export async function lockedCase(client: pg.ClientBase, id: number): Promise<CaseRecord> {
  const { rows } = await client.query<CaseRow>('select * from casefile where id = $1 for update', [id])
  if (!rows[0]) throw unknownCase(id)
  const found = toCase(rows[0])
  if (found.mergedInto === undefined) return found
  throw caseFault(
    id,
    'CORDON_CASE_MERGED',
    'a case that stands by itself',
    `one that has become a part of case ${found.mergedInto}`,
    `Make the change at case ${found.mergedInto}.`,
  )
}

/** There is no case of this number. */
export function unknownCase(id: number): CordonError {
  return caseFault(
    id,
    'CORDON_CASE_UNKNOWN',
    'the number of a case',
    'none with it',
    '`cordon cases list --state all` names them.',
  )
}

/** Something that can't be done to a case. */
export function caseFault(
  id: number,
  code: string,
  expected: string,
  found: string,
  remedy: string,
): CordonError {
  return new CordonError({ code, expected, found, where: `case ${id}`, remedy })
}

/** @throws CordonError CORDON_CASE_CLOSED */
export function mustBeOpen(found: CaseRecord): void {
  if (isOpen(found.state)) return
  throw caseFault(
    found.id,
    'CORDON_CASE_CLOSED',
    'a case that is open',
    `one that is ${found.state}`,
    'Take it back into review first.',
  )
}
