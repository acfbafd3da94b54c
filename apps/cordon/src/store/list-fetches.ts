import type { Instant } from '@cordon/model'
import type pg from 'pg'

/** A file that was fetched but may not answer before a person has looked at it. */
export interface HeldFile {
  readonly sha256: string
  readonly bytes: number
  readonly etag?: string
  readonly lastModified?: string
  /** Why, in one sentence. */
  readonly reason: string
  readonly at: Instant
}

/** Where the fetching of one list stands. */
export interface ListFetch {
  readonly name: string
  readonly url: string
  /** When the publisher last gave an answer that could be used, "nothing new" included. */
  readonly checkedAt?: Instant
  /** When something new last came. */
  readonly changedAt?: Instant
  readonly etag?: string
  readonly lastModified?: string
  /** Of a catalogue: the version that is loaded. */
  readonly catalogVersion?: string
  /** Of the bytes that were last taken in. */
  readonly sha256?: string
  readonly bytes?: number
  readonly error?: string
  readonly errorAt?: Instant
  /** Failures in a row. */
  readonly failures: number
  readonly held?: HeldFile
}

/** The states of fetching, by list. */
export interface ListFetches {
  all(): Promise<ListFetch[]>
  get(name: string): Promise<ListFetch | undefined>
  put(state: ListFetch): Promise<void>
  /**
   * Works while no other process fetches the same list.
   * @returns undefined where one does
   */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T | undefined>
}

interface Row {
  readonly [column: string]: unknown
}

/** Makes the store of fetch states over a pool. */
export function listFetches(pool: pg.Pool): ListFetches {
  return {
    async all() {
      const { rows } = await pool.query<Row>('select * from list_fetch order by name')
      return rows.map(toState)
    },
    async get(name) {
      const { rows } = await pool.query<Row>('select * from list_fetch where name = $1', [name])
      return rows[0] && toState(rows[0])
    },
    async put(state) {
      const values = columns.map(([column, field]) =>
        column === 'held' ? heldJson(state) : (state[field] ?? null),
      )
      const names = columns.map(([column]) => column)
      const updates = names.slice(1).map((column) => `${column} = excluded.${column}`)
      await pool.query(
        `insert into list_fetch (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})
         on conflict (name) do update set ${updates.join(', ')}`,
        values,
      )
    },
    async exclusively(name, work) {
      const client = await pool.connect()
      try {
        const key = `cordon list fetch ${name}`
        const sql = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked'
        const { rows } = await client.query<{ locked: boolean }>(sql, [key])
        if (!rows[0]!.locked) return undefined
        try {
          return await work()
        } finally {
          await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key])
        }
      } finally {
        client.release()
      }
    },
  }
}

const columns: readonly (readonly [column: string, field: keyof ListFetch])[] = [
  ['name', 'name'],
  ['url', 'url'],
  ['checked_at', 'checkedAt'],
  ['changed_at', 'changedAt'],
  ['etag', 'etag'],
  ['last_modified', 'lastModified'],
  ['catalog_version', 'catalogVersion'],
  ['sha256', 'sha256'],
  ['bytes', 'bytes'],
  ['error', 'error'],
  ['error_at', 'errorAt'],
  ['failures', 'failures'],
  ['held', 'held'],
]

const heldJson = ({ held }: ListFetch) => (held ? JSON.stringify(held) : null)

function toState(row: Row): ListFetch {
  const found = columns.filter(([column]) => row[column] !== null)
  return Object.fromEntries(found.map(([column, field]) => [field, row[column]])) as unknown as ListFetch
}
