import { CordonError, type Finding, type Instant, severities } from '@cordon/model'
import type pg from 'pg'
import { appendAudit } from './audit.ts'
import { canonicalJson } from './canonical-json.ts'
import {
  type Decision,
  type FindingRow,
  findingsWithDecision,
  foldText,
  type StoredFinding,
  toStoredFinding,
  type Verdict,
} from './finding-row.ts'
import {
  type FindingCounts,
  type FindingsPage,
  type FindingsQuery,
  findingCounts,
  queryFindings,
} from './findings-query.ts'

/** What a person decides. */
export interface DecisionRequest {
  readonly findingId: string
  readonly verdict: Verdict
  readonly reason: string
  readonly who: string
  /** The revision they saw; by default the present one. */
  readonly revision?: number
}

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

/**
 * Inserts findings, or replaces those of a lower revision. Decisions are kept apart and stand. For use inside a
 * transaction that also holds what produced them.
 * @returns how many were new or a higher revision
 */
export async function upsertFindings(
  client: pg.ClientBase,
  findings: readonly Finding[],
  now: Instant,
): Promise<number> {
  if (findings.length === 0) return 0
  const highest = new Map<string, Finding>()
  for (const finding of findings) {
    const other = highest.get(finding.id)
    if (!other || other.revision < finding.revision) highest.set(finding.id, finding)
  }
  const rows = [...highest.values()].map((finding) => ({
    id: finding.id,
    revision: finding.revision,
    state: finding.state,
    watch: finding.watch,
    rule: finding.rule,
    severity: severities.indexOf(finding.severity),
    score: finding.score,
    window_start: finding.window.start,
    body: canonicalJson(finding),
    search: searchText(finding),
  }))
  const { rowCount } = await client.query(
    `insert into finding (id, revision, state, watch, rule, severity, score, window_start, body, search, arrived_at, revised_at)
     select id, revision, state, watch, rule, severity, score, window_start, body, search, $2, $2
     from json_to_recordset($1::json) as r (id text, revision integer, state text, watch text, rule text,
       severity smallint, score double precision, window_start bigint, body text, search text)
     on conflict (id) do update set revision = excluded.revision, state = excluded.state, rule = excluded.rule,
       severity = excluded.severity, score = excluded.score, window_start = excluded.window_start,
       body = excluded.body, search = excluded.search, revised_at = excluded.revised_at
     where excluded.revision > finding.revision`,
    [JSON.stringify(rows), now],
  )
  if (rowCount) await client.query(`select pg_notify('cordon_findings', $1)`, [String(rowCount)])
  return rowCount ?? 0
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
    reopen: (client, request) => record(client, request, now()),
    query: (query = {}) => queryFindings(pool, query),
    counts: (query = {}) => findingCounts(pool, query),
    decide: (request) => transaction((client) => record(client, request, now())),
    undo: (request) => transaction((client) => record(client, request, now())),
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

type RecordRequest = Omit<DecisionRequest, 'verdict'> & { readonly verdict?: Verdict }

async function record(client: pg.ClientBase, request: RecordRequest, at: Instant): Promise<Decision> {
  const { findingId, verdict, who } = request
  const reason = request.reason.trim()
  if (!reason) throw fault('CORDON_DECISION_REASON', 'a reason in words', 'none', findingId, 'Say why.')
  const { rows } = await client.query<FindingRow>('select * from finding where id = $1 for update', [
    findingId,
  ])
  const row = rows[0]
  if (!row)
    throw fault(
      'CORDON_FINDING_UNKNOWN',
      'the id of a finding',
      'none with it',
      findingId,
      'Look it up again.',
    )
  if (!verdict && !row.verdict)
    throw fault(
      'CORDON_DECISION_NONE',
      'a decision to take back',
      'none that stands',
      findingId,
      'Reload it.',
    )
  const revision = request.revision ?? row.revision
  if (revision > row.revision || revision < 0)
    throw fault(
      'CORDON_DECISION_REVISION',
      `a revision up to ${row.revision}`,
      String(revision),
      findingId,
      'Reload the finding.',
    )
  await client.query(
    'insert into finding_decision (finding_id, verdict, reason, who, at, revision) values ($1, $2, $3, $4, $5, $6)',
    [findingId, verdict ?? null, reason, who, at, revision],
  )
  await client.query('update finding set verdict = $2, decided_revision = $3 where id = $1', [
    findingId,
    verdict ?? null,
    verdict ? revision : null,
  ])
  await appendAudit(client, {
    at,
    actor: who,
    action: verdict ? 'finding.decide' : 'finding.undo',
    subject: findingId,
    detail: { ...(verdict && { verdict }), reason, revision, ...(row.verdict && { former: row.verdict }) },
  })
  await client.query(`select pg_notify('cordon_findings', '1')`)
  return { ...(verdict && { verdict }), reason, who, at, revision }
}

interface DecisionRow extends Omit<Decision, 'verdict'> {
  readonly verdict: Verdict | null
}

function searchText(finding: Finding): string {
  const refs = [...finding.subjects, ...finding.matches].flatMap(({ id, label }) => [id, label])
  return foldText([finding.id, finding.rule, finding.statement, ...refs].join('\n'))
}

function fault(code: string, expected: string, found: string, where: string, remedy: string): CordonError {
  return new CordonError({ code, expected, found, where: `finding ${where}`, remedy })
}
