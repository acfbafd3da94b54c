import type { Finding, Instant } from '@cordon/model'
import type pg from 'pg'
import { type DecisionRequest, recordDecision } from './finding-decisions.ts'
import {
  type Decision,
  type FindingRow,
  findingsWithDecision,
  type StoredFinding,
  toStoredFinding,
  type Verdict,
} from './finding-row.ts'
import { upsertFindings } from './finding-upsert.ts'
import {
  type FindingCounts,
  type FindingsPage,
  type FindingsQuery,
  findingCounts,
  queryFindings,
} from './findings-query.ts'

/** Findings with their decisions as a part of the store. */
export interface Findings {
  /** Stores findings in one transaction; gives how many were new or a higher revision. */
  upsert(findings: readonly Finding[]): Promise<number>
  get(id: string): Promise<StoredFinding | undefined>
  /** Those of several ids that there are. */
  getAll(ids: readonly string[]): Promise<StoredFinding[]>
  query(query?: FindingsQuery): Promise<FindingsPage>
  counts(query?: FindingsQuery): Promise<FindingCounts>
  /** @throws CordonError CORDON_FINDING_UNKNOWN, CORDON_DECISION_REASON, CORDON_DECISION_REVISION */
  decide(request: DecisionRequest): Promise<Decision>
  /** Takes the standing decision back, with a reason; the history keeps both. */
  undo(request: {
    readonly findingId: string
    readonly reason: string
    readonly who: string
  }): Promise<Decision>
  /** `undo` inside a transaction that also holds what made the decision out of date. */
  reopen(
    client: pg.ClientBase,
    request: { readonly findingId: string; readonly reason: string; readonly who: string },
  ): Promise<Decision>
  /** Every decision on a finding, oldest first. */
  history(id: string): Promise<Decision[]>
}

/** Makes the findings store over a pool. */
export function findingsStore(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): Findings {
  return {
    upsert: (findings) => transaction((client) => upsertFindings(client, findings, now())),
    async get(id) {
      const { rows } = await pool.query<FindingRow>(`select * from ${findingsWithDecision} where id = $1`, [
        id,
      ])
      return rows[0] && toStoredFinding(rows[0])
    },
    async getAll(ids) {
      if (ids.length === 0) return []
      const { rows } = await pool.query<FindingRow>(
        `select * from ${findingsWithDecision} where id = any($1) order by id`,
        [ids],
      )
      return rows.map(toStoredFinding)
    },
    reopen: (client, request) => recordDecision(client, request, now()),
    query: (query = {}) => queryFindings(pool, query),
    counts: (query = {}) => findingCounts(pool, query),
    decide: (request) => transaction((client) => recordDecision(client, request, now())),
    undo: (request) => transaction((client) => recordDecision(client, request, now())),
    async history(id) {
      const { rows } = await pool.query<DecisionRow>(
        'select * from finding_decision where finding_id = $1 order by id',
        [id],
      )
      return rows.map(({ verdict, reason, who, at, revision }) => ({
        ...(verdict && { verdict }),
        reason,
        who,
        at,
        revision,
      }))
    },
  }
}

interface DecisionRow extends Omit<Decision, 'verdict'> {
  readonly verdict: Verdict | null
}
