import { CordonError, type Finding, type Instant } from '@cordon/model'
import type pg from 'pg'
import { type Store, upsertFindings } from '../store/index.ts'
import type { EventTime } from './event-clock.ts'

/** Where a run stands: all that the next process needs to go on. */
export interface WatchState<S, P> {
  /** Commits so far; a commit that does not follow the last one is refused. */
  readonly commits: number
  readonly position: P
  readonly snapshot: S
  readonly time: EventTime
  readonly observed: number
  /** Observations that came after the watermark had passed them. */
  readonly late: number
  /** The stream has ended and everything is closed. */
  readonly ended: boolean
}

interface StateRow {
  readonly commits: number
  readonly position: unknown
  readonly snapshot: unknown
  readonly latest_event: number | null
  readonly watermark: number | null
  readonly observed: number
  readonly late: number
  readonly ended: boolean
}

/** The state that a run last committed, or undefined for a new one. */
export async function loadWatchState<S, P>(store: Store, run: string): Promise<WatchState<S, P> | undefined> {
  const { rows } = await store.database.pool.query<StateRow>('select * from watch_state where run = $1', [
    run,
  ])
  const row = rows[0]
  if (!row) return undefined
  return {
    commits: row.commits,
    position: row.position as P,
    snapshot: row.snapshot as S,
    time: {
      ...(row.latest_event !== null && { latest: row.latest_event }),
      ...(row.watermark !== null && { watermark: row.watermark }),
    },
    observed: row.observed,
    late: row.late,
    ended: row.ended,
  }
}

/**
 * Commits snapshot, position and findings in one transaction.
 * @throws CordonError CORDON_RUN_TAKEN where another process has gone on with the run meanwhile
 */
export async function commitWatchState<S, P>(
  store: Store,
  run: string,
  state: WatchState<S, P>,
  findings: readonly Finding[],
): Promise<void> {
  const now = store.now()
  await store.transaction(async (client) => {
    await saveState(client, run, state, now)
    await upsertFindings(client, findings, now)
  })
}

const insertState = `insert into watch_state
  (run, commits, position, snapshot, latest_event, watermark, observed, late, ended, committed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (run) do nothing`
const updateState = `update watch_state
  set commits = $2, position = $3, snapshot = $4, latest_event = $5, watermark = $6, observed = $7, late = $8,
    ended = $9, committed_at = $10
  where run = $1 and commits = $2::bigint - 1`

async function saveState<S, P>(
  client: pg.ClientBase,
  run: string,
  state: WatchState<S, P>,
  now: Instant,
): Promise<void> {
  const { rowCount } = await client.query(state.commits === 1 ? insertState : updateState, [
    run,
    state.commits,
    JSON.stringify(state.position),
    JSON.stringify(state.snapshot),
    state.time.latest ?? null,
    state.time.watermark ?? null,
    state.observed,
    state.late,
    state.ended,
    now,
  ])
  if (rowCount === 1) return
  throw new CordonError({
    code: 'CORDON_RUN_TAKEN',
    expected: `commit ${state.commits} of the run to follow commit ${state.commits - 1}`,
    found: 'a commit by another process',
    where: `run ${run}`,
    remedy: 'Let one process at a time do this run; what this one had not committed, the other does again.',
  })
}
