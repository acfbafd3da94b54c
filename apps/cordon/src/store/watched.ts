import type { Instant } from '@cordon/model'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

/** A party that is screened again whenever a list changes. */
export interface WatchedParty {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
  /** Where it stands in its file, for evidence. */
  readonly position?: string
  readonly seenAt: Instant
}

/** What was last said of a party and an entry, and what decided it then (`materialOf`). */
export interface WatchedMatch {
  readonly findingId: string
  readonly partyId: string
  readonly entityId: string
  readonly open: boolean
  readonly partyState: unknown
  readonly entityState: unknown
}

/** Which list versions all watched parties have been screened against. */
export interface MonitorState {
  /** Source to the number of its import. */
  readonly versions: Readonly<Record<string, number>>
  readonly ranAt: Instant
}

/** Some parties' blocks, one behind the other. */
export interface SieveBatch {
  readonly bytes: Buffer
  /** Three numbers a party: its number, and where its block begins and ends. */
  readonly places: readonly number[]
}

/** Watched parties as a part of the store. */
export interface WatchedStore {
  count(): Promise<number>
  /** Parties by id, from after one on. */
  list(page: {
    readonly limit: number
    readonly after?: string
    readonly search?: string
  }): Promise<WatchedParty[]>
  get(ids: readonly string[]): Promise<WatchedParty[]>
  byNumber(numbers: readonly number[]): Promise<WatchedParty[]>
  /** Every party in pages, for a screening of all. */
  all(): AsyncGenerator<WatchedParty[]>
  /** The blocks of all parties, some thousands at a time: what a sieve reads. */
  sieves(): AsyncGenerator<SieveBatch>
  /** @returns how many there were */
  remove(ids: readonly string[]): Promise<number>
  matchesOfParties(ids: readonly string[]): Promise<WatchedMatch[]>
  matchesOfEntities(ids: readonly string[]): Promise<WatchedMatch[]>
  state(): Promise<MonitorState | undefined>
  /** Works while no other process does the same. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

interface PartyRow {
  readonly id: string
  readonly schema: string
  readonly properties: WatchedParty['properties']
  readonly position: string | null
  readonly seen_at: number
}

const columns = 'id, schema, properties, position, seen_at'

const partyOf = ({ id, schema, properties, position, seen_at }: PartyRow): WatchedParty => ({
  id,
  schema,
  properties,
  ...(position !== null && { position }),
  seenAt: seen_at,
})

interface MatchRow {
  readonly finding_id: string
  readonly party_id: string
  readonly entity_id: string
  readonly open: boolean
  readonly party_state: unknown
  readonly entity_state: unknown
}

const matchOf = (row: MatchRow): WatchedMatch => ({
  findingId: row.finding_id,
  partyId: row.party_id,
  entityId: row.entity_id,
  open: row.open,
  partyState: row.party_state,
  entityState: row.entity_state,
})

/** A number of its own for the lock, so that nothing else of the database waits. */
const lock = 7_403_218

/** Makes the store of watched parties over a pool. */
export function watchedStore(pool: pg.Pool): WatchedStore {
  const parties = async (condition: string, values: unknown[]) =>
    (await pool.query<PartyRow>(`select ${columns} from watched_party ${condition}`, values)).rows.map(
      partyOf,
    )
  const matches = async (condition: string, ids: readonly string[]) =>
    (await pool.query<MatchRow>(`select * from watched_match ${condition}`, [ids])).rows.map(matchOf)
  return {
    async count() {
      const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from watched_party')
      return rows[0]!.count
    },
    list: ({ limit, after = '', search = '' }) =>
      parties(
        `where id > $1 and ($3 = '' or strpos(lower(id || ' ' || properties::text), lower($3)) > 0) order by id limit $2`,
        [after, limit, search],
      ),
    get: (ids) => parties('where id = any($1) order by id', [ids]),
    byNumber: (numbers) => parties('where no = any($1) order by id', [numbers]),
    async *all() {
      for (let after = ''; ; ) {
        const page = await parties('where id > $1 order by id limit 500', [after])
        if (page.length === 0) return
        yield page
        after = page.at(-1)!.id
      }
    },
    sieves: () => readSieves(pool),
    async remove(ids) {
      const { rowCount } = await pool.query('delete from watched_party where id = any($1)', [ids])
      return rowCount ?? 0
    },
    matchesOfParties: (ids) => matches('where party_id = any($1)', ids),
    matchesOfEntities: (ids) => matches('where entity_id = any($1)', ids),
    async state() {
      const { rows } = await pool.query<{ versions: Record<string, number>; ran_at: number }>(
        'select versions, ran_at from monitor_state',
      )
      return rows[0] && { versions: rows[0].versions, ranAt: rows[0].ran_at }
    },
    async alone(work) {
      const client = await pool.connect()
      try {
        await client.query('select pg_advisory_lock($1)', [lock])
        return await work()
      } finally {
        await client.query('select pg_advisory_unlock($1)', [lock]).then(
          () => client.release(),
          (error) => client.release(error),
        )
      }
    },
  }
}

/** Puts parties in, or in the place of their former selves. For use inside a transaction. */
export async function upsertWatched(
  client: pg.ClientBase,
  parties: readonly (WatchedParty & { readonly sieve: Buffer })[],
): Promise<void> {
  await client.query(
    `insert into watched_party (id, schema, properties, sieve, position, seen_at)
     select * from unnest($1::text[], $2::text[], $3::json[], $4::bytea[], $5::text[], $6::bigint[])
     on conflict (id) do update set schema = excluded.schema, properties = excluded.properties,
       sieve = excluded.sieve, position = excluded.position, seen_at = excluded.seen_at`,
    [
      parties.map(({ id }) => id),
      parties.map(({ schema }) => schema),
      parties.map(({ properties }) => JSON.stringify(properties)),
      parties.map(({ sieve }) => sieve),
      parties.map(({ position }) => position ?? null),
      parties.map(({ seenAt }) => seenAt),
    ],
  )
}

/** Keeps what was said of pairs. For use inside a transaction. */
export async function upsertMatches(client: pg.ClientBase, matches: readonly WatchedMatch[]): Promise<void> {
  if (matches.length === 0) return
  await client.query(
    `insert into watched_match (finding_id, party_id, entity_id, open, party_state, entity_state)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::json[], $6::json[])
     on conflict (finding_id) do update set open = excluded.open, party_state = excluded.party_state,
       entity_state = excluded.entity_state`,
    [
      matches.map(({ findingId }) => findingId),
      matches.map(({ partyId }) => partyId),
      matches.map(({ entityId }) => entityId),
      matches.map(({ open }) => open),
      matches.map(({ partyState }) => JSON.stringify(partyState)),
      matches.map(({ entityState }) => JSON.stringify(entityState)),
    ],
  )
}

/** Notes what all parties have been screened against. For use inside a transaction. */
export async function setMonitorState(client: pg.ClientBase, state: MonitorState): Promise<void> {
  await client.query(
    `insert into monitor_state (versions, ran_at) values ($1, $2)
     on conflict (only_row) do update set versions = excluded.versions, ran_at = excluded.ran_at`,
    [JSON.stringify(state.versions), state.ranAt],
  )
}

/** COPY's binary form: a header of 19 bytes, then of each row the number of fields, and each field with its length. */
const headerBytes = 19

async function* readSieves(pool: pg.Pool): AsyncGenerator<SieveBatch> {
  const client = await pool.connect()
  try {
    const stream = client.query(copyTo('copy watched_party (no, sieve) to stdout (format binary)'))
    let rest: Buffer = Buffer.alloc(0)
    let started = false
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const places: number[] = []
      let at = started ? 0 : headerBytes
      if (bytes.length < at) {
        rest = bytes
        continue
      }
      started = true
      for (;;) {
        // Two fields: the number (8 bytes) and the block; -1 fields ends it all.
        if (at + 2 > bytes.length || bytes.readInt16BE(at) === -1 || at + 18 > bytes.length) break
        const from = at + 18
        const to = from + bytes.readInt32BE(at + 14)
        if (to > bytes.length) break
        places.push(Number(bytes.readBigInt64BE(at + 6)), from, to)
        at = to
      }
      rest = bytes.subarray(at)
      if (places.length > 0) yield { bytes, places }
    }
    client.release()
  } catch (error) {
    client.release(error as Error)
    throw error
  }
}
