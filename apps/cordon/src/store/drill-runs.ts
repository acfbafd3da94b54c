import type { Instant } from '@cordon/model'
import type pg from 'pg'
import type { DrillResult } from '../drills/drill-result.ts'
import { headlineOf } from '../drills/headline.ts'
import { appendAudit } from './audit.ts'

/** A run of a drill that was kept, without all that came of it. */
export interface DrillRunHead {
  readonly no: number
  readonly drill: string
  readonly title: string
  readonly at: Instant
  readonly who: string
  readonly against: string
  readonly isOwn: boolean
  readonly outcome: DrillResult['outcome']
  readonly expected: number
  readonly inTime: number
  readonly falseAlarms: number
  /** How early it was first told, against the milestone that counts; absent where nothing was told. */
  readonly lead?: { readonly milestone: string; readonly ms: number }
  readonly digest: string
}

/** A kept run with what came of it. */
export interface DrillRun extends DrillRunHead {
  readonly result: DrillResult
}

/** Runs of drills as a part of the store. */
export interface DrillRuns {
  /** Keeps a run, and that there was one in the audit log, in one transaction. */
  add(result: DrillResult, who: string): Promise<DrillRunHead>
  /** Undefined where there is none of that number. */
  get(no: number): Promise<DrillRun | undefined>
  /** Latest first; of one drill or of all. */
  list(query: { readonly drill?: string; readonly limit?: number }): Promise<DrillRunHead[]>
  /** The latest of each drill. */
  latest(): Promise<DrillRunHead[]>
}

interface Row {
  readonly no: string
  readonly drill: string
  readonly title: string
  readonly at: number
  readonly who: string
  readonly against: string
  readonly is_own: boolean
  readonly outcome: DrillResult['outcome']
  readonly expected: number
  readonly in_time: number
  readonly false_alarms: number
  readonly lead: DrillRunHead['lead'] | null
  readonly digest: string
}

const columns =
  'no, drill, title, at, who, against, is_own, outcome, expected, in_time, false_alarms, lead, digest'

/** Makes the store of drills' runs over a pool. */
export function drillRunStore(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): DrillRuns {
  return {
    add: (result, who) =>
      transaction(async (client) => {
        const { drill, against, outcome, expected, falseAlarms, digest } = result
        const at = now()
        const inTime = expected.filter(({ status }) => status === 'in-time').length
        const lead = headlineOf(result)
        const { rows } = await client.query<Row>(
          `insert into drill_run (drill, title, at, who, against, is_own, outcome, expected, in_time, false_alarms, lead, digest, result)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning ${columns}`,
          [
            drill.id,
            drill.title,
            at,
            who,
            against.name,
            against.isOwn,
            outcome,
            expected.length,
            inTime,
            falseAlarms.count,
            lead === undefined ? null : JSON.stringify(lead),
            digest,
            JSON.stringify(result),
          ],
        )
        await appendAudit(client, {
          at,
          actor: who,
          action: 'drill.run',
          subject: drill.id,
          detail: { against: against.name, outcome, expected: expected.length, inTime, digest },
        })
        return headOf(rows[0]!)
      }),
    async get(no) {
      const { rows } = await pool.query<Row & { result: DrillResult }>(
        `select ${columns}, result from drill_run where no = $1`,
        [no],
      )
      const [row] = rows
      return row && { ...headOf(row), result: row.result }
    },
    async list({ drill, limit = 100 }) {
      const { rows } = await pool.query<Row>(
        `select ${columns} from drill_run where $1::text is null or drill = $1 order by no desc limit $2`,
        [drill ?? null, limit],
      )
      return rows.map(headOf)
    },
    async latest() {
      const { rows } = await pool.query<Row>(
        `select distinct on (drill) ${columns} from drill_run order by drill, no desc`,
      )
      return rows.map(headOf)
    },
  }
}

function headOf({ no, is_own, in_time, false_alarms, lead, ...row }: Row): DrillRunHead {
  const { drill, title, at, who, against, outcome, expected, digest } = row
  return {
    no: Number(no),
    drill,
    title,
    at: Number(at),
    who,
    against,
    isOwn: is_own,
    outcome,
    expected,
    inTime: in_time,
    falseAlarms: false_alarms,
    ...(lead && { lead }),
    digest,
  }
}
