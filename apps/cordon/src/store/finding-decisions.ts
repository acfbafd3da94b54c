import { CordonError, type Finding, type Instant } from '@cordon/model'
import type pg from 'pg'
import { appendAudit } from './audit.ts'
import { lockCases } from './cases-lock.ts'
import { noteVerdicts } from './cases-verdicts.ts'
import type { Decision, FindingRow, Verdict } from './finding-row.ts'
import { keepSilences, liftSilences } from './silences.ts'

/** What a person decides. */
export interface DecisionRequest {
  readonly findingId: string
  readonly verdict: Verdict
  readonly reason: string
  readonly who: string
  /** The revision they saw; by default the present one. */
  readonly revision?: number
}

/** A decision, or with no verdict the withdrawal of the one that stands. */
export type RecordRequest = Omit<DecisionRequest, 'verdict'> & { readonly verdict?: Verdict }

/**
 * Records one decision with everything that follows from it: a false one silences the pairs of the finding, another one
 * lets them speak again, and the case of the finding is counted anew. For use inside a transaction.
 */
export async function recordDecision(
  client: pg.ClientBase,
  request: RecordRequest,
  at: Instant,
): Promise<Decision> {
  const { findingId, verdict, who } = request
  const reason = request.reason.trim()
  if (!reason) throw fault('CORDON_DECISION_REASON', 'a reason in words', 'none', findingId, 'Say why.')
  await lockCases(client)
  const row = await lockedRow(client, request)
  const revision = request.revision ?? row.revision
  await writeDecisions(client, [{ id: findingId, verdict, revision }], { reason, who, at })
  if (verdict !== 'false') await letSpeak(client, [findingId], at)
  else {
    await liftSilences(client, [findingId], at)
    await keepSilences(client, [JSON.parse(row.body) as Finding], { reason, who, at })
  }
  await noteVerdicts(client, [findingId], { who, at, reason })
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

/** One row of what was decided. */
export interface DecidedFinding {
  readonly id: string
  readonly verdict?: Verdict | undefined
  readonly revision: number
  readonly silencedBy?: number
}

/** Writes decisions as they stand; silences, cases and the audit log are the caller's. */
export async function writeDecisions(
  client: pg.ClientBase,
  decided: readonly DecidedFinding[],
  { reason, who, at }: { readonly reason: string; readonly who: string; readonly at: Instant },
): Promise<void> {
  if (decided.length === 0) return
  const rows = JSON.stringify(
    decided.map(({ id, verdict, revision, silencedBy }) => ({
      id,
      verdict: verdict ?? null,
      revision,
      silenced_by: silencedBy ?? null,
    })),
  )
  const given =
    'json_to_recordset($1::json) as r (id text, verdict text, revision integer, silenced_by bigint)'
  await client.query(
    `insert into finding_decision (finding_id, verdict, reason, who, at, revision)
     select id, verdict, $2, $3, $4, revision from ${given}`,
    [rows, reason, who, at],
  )
  await client.query(
    `update finding f set verdict = r.verdict, silenced_by = r.silenced_by,
       decided_revision = case when r.verdict is null then null else r.revision end
     from ${given} where f.id = r.id`,
    [rows],
  )
}

/** Lifts what decisions silenced: findings that were silent because of them wait for a decision again. */
export async function letSpeak(
  client: pg.ClientBase,
  ids: readonly string[],
  at: Instant,
): Promise<string[]> {
  const heard = await liftSilences(client, ids, at)
  if (heard.length === 0) return []
  const { rows } = await client.query<{ id: string; revision: number }>(
    'select id, revision from finding where id = any($1) order by id',
    [heard],
  )
  const reason = 'The decision that silenced it no longer stands.'
  const who = 'system:silence'
  await writeDecisions(client, rows, { reason, who, at })
  await noteVerdicts(client, heard, { who, at, reason })
  await appendAudit(client, {
    at,
    actor: who,
    action: 'finding.speak',
    subject: ids[0]!,
    detail: { findings: heard, reason },
  })
  return heard
}

async function lockedRow(
  client: pg.ClientBase,
  { findingId, verdict, revision }: RecordRequest,
): Promise<FindingRow> {
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
  if (revision !== undefined && (revision > row.revision || revision < 0))
    throw fault(
      'CORDON_DECISION_REVISION',
      `a revision up to ${row.revision}`,
      String(revision),
      findingId,
      'Reload the finding.',
    )
  return row
}

function fault(code: string, expected: string, found: string, where: string, remedy: string): CordonError {
  return new CordonError({ code, expected, found, where: `finding ${where}`, remedy })
}
