import type { Instant } from '@cordon/model'
import type pg from 'pg'

/** What is told of: findings that came or grew, decisions, versions taken over, fetching, runs that ended, the institution's own. */
export type EventKind =
  | 'findings'
  | 'decisions'
  | 'list'
  | 'knowledge'
  | 'fetch'
  | 'run'
  | 'profile'
  | 'settings'
  | (string & {})

/** Something that happened. */
export interface StoreEvent {
  /** Grows with every event, with gaps; in the order in which the transactions committed. */
  readonly position: number
  readonly at: Instant
  readonly kind: EventKind
  /** Ids, never names: who may read an event reads the rest where it is. */
  readonly body: Readonly<Record<string, unknown>>
}

/** How far long work is. It is told to those who listen, and not kept. */
export interface JobProgress {
  readonly job: 'import' | 'watch' | 'load'
  /** The list, or the run. */
  readonly name: string
  readonly done?: number
  readonly total?: number
  readonly unit?: 'bytes' | 'observations' | 'entities'
  readonly ended?: boolean
}

/** Events as a part of the store. They are written by the database itself, whoever makes the change. */
export interface Events {
  /** Events after a position, in order. A later call never shows one that comes before what this one gave. */
  after(position: number, limit?: number): Promise<StoreEvent[]>
  /** The positions of the oldest kept event and of the latest; 0 where there is none. */
  span(): Promise<{ readonly oldest: number; readonly head: number }>
  /** Removes all but the latest, and none that a rule on warnings has not looked at yet. */
  prune(keep: number): Promise<number>
  /** Tells whoever listens how far work is. Never throws: progress is not worth a failure. */
  tell(progress: JobProgress): Promise<void>
}

/** Makes the events over a pool. */
export function eventStore(pool: pg.Pool): Events {
  return {
    async after(position, limit = 500) {
      const { rows } = await pool.query<StoreEvent>(
        'select position, at, kind, body from event where position > $1 order by position limit $2',
        [position, limit],
      )
      return rows
    },
    async span() {
      const { rows } = await pool.query<{ oldest: number | null; head: number | null }>(
        'select min(position) as oldest, max(position) as head from event',
      )
      return { oldest: rows[0]?.oldest ?? 0, head: rows[0]?.head ?? 0 }
    },
    async prune(keep) {
      const { rowCount } = await pool.query(
        `delete from event where position <= (select position from event where position is not null
         order by position desc offset $1 limit 1) and (position <= (select position from warning_cursor) or not exists (select 1 from warning_rule))`,
        [keep],
      )
      return rowCount ?? 0
    },
    async tell(progress) {
      await pool
        .query(`select pg_notify('cordon_progress', $1)`, [
          JSON.stringify({ ...progress, name: progress.name.slice(0, 200) }),
        ])
        .catch(() => undefined)
    },
  }
}
