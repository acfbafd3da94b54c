import type { Instant } from '@cordon/model'
import type pg from 'pg'
import { writeCaseEvents } from './cases-events.ts'
import { refreshCases } from './cases-refresh.ts'

/** Who decided, when, and why. */
export interface Said {
  readonly who: string
  readonly at: Instant
  readonly reason: string
}

const mostNamed = 50

/**
 * Tells cases what was decided of their findings: they are counted anew, their log says so, and one that was closed as false goes
 * back into review where a finding of it waits for a decision again. The audit log has the decisions themselves.
 */
export async function noteVerdicts(client: pg.ClientBase, ids: readonly string[], said: Said): Promise<void> {
  const { who, at, reason } = said
  const { rows } = await client.query<{ case_id: number; finding_id: string; verdict: string | null }>(
    `update case_finding c set verdict = f.verdict from finding f
     where f.id = c.finding_id and c.finding_id = any($1)
     returning c.case_id, c.finding_id, c.verdict`,
    [ids],
  )
  if (rows.length === 0) return
  const cases = [...new Set(rows.map(({ case_id }) => case_id))]
  if (isPerson(who)) await client.query('update casefile set worked = true where id = any($1)', [cases])
  await refreshCases(client, cases, at)
  const events = cases.map((id) => {
    const decided = rows.filter(({ case_id }) => case_id === id)
    return {
      case: id,
      at,
      actor: who,
      kind: 'decision' as const,
      body: {
        verdict: decided[0]!.verdict,
        reason,
        count: decided.length,
        findings: decided.slice(0, mostNamed).map(({ finding_id }) => finding_id),
      },
    }
  })
  await writeCaseEvents(client, events)
  await backIntoReview(
    client,
    [...new Set(rows.filter(({ verdict }) => verdict === null).map(({ case_id }) => case_id))],
    said,
  )
}

async function backIntoReview(
  client: pg.ClientBase,
  ids: readonly number[],
  { at, reason }: Said,
): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await client.query<{ id: number }>(
    `update casefile set state = 'in-review', release = null where id = any($1) and state = 'closed-false' returning id`,
    [ids],
  )
  const events = rows.map(({ id }) => ({
    case: id,
    at,
    actor: 'system:cases',
    kind: 'state' as const,
    body: {
      from: 'closed-false',
      to: 'in-review',
      reason: `A finding waits for a decision again: ${reason}`,
    },
  }))
  await writeCaseEvents(client, events)
}

/** Whether a person did it, and not Cordon by itself. */
export function isPerson(who: string): boolean {
  return !who.startsWith('system:')
}
