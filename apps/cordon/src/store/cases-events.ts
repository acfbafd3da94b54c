import type { Instant } from '@cordon/model'
import type pg from 'pg'
import { appendAudit } from './audit.ts'
import { canonicalJson } from './canonical-json.ts'

/** What can happen to a case. */
export type CaseEventKind =
  | 'joined'
  | 'merged'
  | 'suggested'
  | 'split'
  | 'state'
  | 'release'
  | 'assign'
  | 'due'
  | 'note'
  | 'attachment'
  | 'link'
  | 'decision'
  | 'undo'
  | 'matrix'
  | 'share'

/** One thing that happened to a case, as its log tells it. */
export interface NewCaseEvent {
  readonly case: number
  readonly at: Instant
  /** Who, as the audit log names it. */
  readonly actor: string
  readonly kind: CaseEventKind
  readonly body: Readonly<Record<string, unknown>>
}

/**
 * Writes the log of cases.
 * @returns the ids of the entries, in order
 */
export async function writeCaseEvents(
  client: pg.ClientBase,
  events: readonly NewCaseEvent[],
): Promise<number[]> {
  if (events.length === 0) return []
  const rows = events.map(({ case: id, body, ...rest }, ord) => ({
    ...rest,
    ord,
    case_id: id,
    body: canonicalJson(body),
  }))
  const { rows: written } = await client.query<{ id: number }>(
    `insert into case_event (case_id, at, actor, kind, body)
     select case_id, at, actor, kind, body from json_to_recordset($1::json)
       as r (ord integer, case_id bigint, at bigint, actor text, kind text, body text) order by ord
     returning id`,
    [JSON.stringify(rows)],
  )
  return written.map(({ id }) => id).sort((a, b) => a - b)
}

/** Writes one thing that a person did to the log of its case and to the audit chain, in the same transaction. */
export async function recordCaseEvent(client: pg.ClientBase, event: NewCaseEvent): Promise<number> {
  const [id] = await writeCaseEvents(client, [event])
  await appendAudit(client, {
    at: event.at,
    actor: event.actor,
    action: `case.${event.kind}`,
    subject: `case ${event.case}`,
    detail: event.body,
  })
  await client.query(`select pg_notify('cordon_findings', '1')`)
  return id!
}
