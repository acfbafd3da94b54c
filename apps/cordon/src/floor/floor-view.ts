import {
  type Instant,
  isoSeconds,
  type Severity,
  severities,
  type WatchName,
  watchNames,
} from '@cordon/model'
import type { Store } from '../store/index.ts'

const hour = 3_600_000
const day = 24 * hour

/** What came in through one door. */
export interface DoorView {
  readonly watch: WatchName
  readonly total: number
  readonly undecided: number
  /** Findings by severity and time: one number for each bucket, oldest first. */
  readonly arrived: Readonly<Record<Severity, readonly number[]>>
  /** When the latest one came, ISO 8601. */
  readonly latest?: string
}

/** A finding that waits for a person, in few words. */
export interface WaitingFinding {
  readonly id: string
  readonly watch: WatchName
  readonly rule: string
  readonly severity: Severity
  readonly score: number
  readonly statement: string
  readonly arrived: string
}

/** A case that is open, in few words. */
export interface DueCase {
  readonly id: number
  readonly title: string
  readonly severity: Severity
  readonly findings: number
  readonly assignee?: string
  /** ISO 8601. */
  readonly due: string
  readonly overdue: boolean
}

/** The floor: what came in by door, and what waits. */
export interface FloorView {
  /** Start of the first bucket, UTC milliseconds, and how long each is. */
  readonly from: Instant
  readonly bucket: number
  readonly doors: readonly DoorView[]
  /** Undecided, the gravest first. */
  readonly urgent: readonly WaitingFinding[]
  /** Undecided, those first that wait longest. */
  readonly oldest: readonly WaitingFinding[]
  /** Open cases, those first that are due first. */
  readonly due: readonly DueCase[]
}

/**
 * The floor of the last days.
 * @param days 1 is told by hours, more by days; whole buckets in UTC, the last one goes on
 */
export async function floorView(store: Store, days: number): Promise<FloorView> {
  const bucket = days === 1 ? hour : day
  const count = days === 1 ? 24 : days
  const from = Math.floor(store.now() / bucket) * bucket - (count - 1) * bucket
  const [doors, urgent, oldest, due] = await Promise.all([
    doorsOf(store, from, bucket, count),
    waiting(store, 'severity desc, score desc, arrival', 6),
    waiting(store, 'arrival', 3),
    dueCases(store),
  ])
  return { from, bucket, doors, urgent, oldest, due }
}

async function doorsOf(store: Store, from: Instant, bucket: number, count: number): Promise<DoorView[]> {
  const { pool } = store.database
  const [totals, arrivals] = await Promise.all([
    pool.query<{ watch: string; total: number; undecided: number }>(
      `select watch, sum(n)::bigint as total, coalesce(sum(n) filter (where verdict is null), 0)::bigint as undecided
       from (select watch, verdict, count(*) as n from finding group by watch, verdict) g group by watch`,
    ),
    pool.query<{ watch: string; at: number; severity: number; n: number; latest: number }>(
      `select watch, (arrived_at - $1) / $2 as at, severity, count(*) as n, max(arrived_at) as latest
       from finding where arrived_at >= $1 group by 1, 2, 3`,
      [from, bucket],
    ),
  ])
  return watchNames.map((watch) => {
    const total = totals.rows.find((row) => row.watch === watch)
    const own = arrivals.rows.filter((row) => row.watch === watch)
    const none = () => new Array<number>(count).fill(0)
    const arrived = { low: none(), medium: none(), high: none(), critical: none() }
    for (const { at, severity, n } of own) {
      const counts = arrived[severities[severity]!]!
      counts[Math.min(count - 1, at)]! += n
    }
    const latest = own.reduce((last, row) => Math.max(last, row.latest), 0)
    return {
      watch,
      total: Number(total?.total ?? 0),
      undecided: Number(total?.undecided ?? 0),
      arrived,
      ...(latest > 0 && { latest: isoSeconds(latest) }),
    }
  })
}

async function dueCases({ database, now }: Store): Promise<DueCase[]> {
  const { rows } = await database.pool.query<{
    id: number
    title: string
    severity: number
    findings: number
    assignee: string | null
    due_at: number
  }>(
    `select id, title, severity, findings, assignee, due_at from casefile
     where merged_into is null and state in ('new', 'in-review', 'escalated') and undecided > 0
     order by due_at, severity desc, id limit 4`,
  )
  return rows.map(({ id, title, severity, findings, assignee, due_at }) => ({
    id: Number(id),
    title,
    severity: severities[severity]!,
    findings,
    ...(assignee !== null && { assignee }),
    due: isoSeconds(due_at),
    overdue: due_at < now(),
  }))
}

async function waiting({ database }: Store, order: string, limit: number): Promise<WaitingFinding[]> {
  const { rows } = await database.pool.query<{ body: string; arrived_at: number }>(
    `select body, arrived_at from finding where verdict is null order by ${order} limit ${limit}`,
  )
  return rows.map(({ body, arrived_at }) => {
    const { id, watch, rule, severity, score, statement } = JSON.parse(body)
    return { id, watch, rule, severity, score, statement, arrived: isoSeconds(arrived_at) }
  })
}
