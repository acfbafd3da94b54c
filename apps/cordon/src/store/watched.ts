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

/** Some parties' blocks, or words' ways, one behind the other. */
export interface SieveBatch {
  readonly bytes: Buffer
  /** Three numbers each: the number of a party or word, and where its bytes begin and end. */
  readonly places: readonly number[]
}

/** A party's block for the sieve, and the words that it names by number. */
export interface PartySieving {
  readonly block: Uint8Array
  readonly words: ReadonlyMap<number, Uint8Array>
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
  byNumber(numbers: readonly number[]): Promise<(WatchedParty & { readonly number: number })[]>
  /** Every party in pages, for a screening of all. */
  all(): AsyncGenerator<WatchedParty[]>
  /** The blocks of all parties, some thousands at a time: what a sieve reads. */
  sieves(): AsyncGenerator<SieveBatch>
  /** The words that these blocks name, likewise: a sieve reads them first. */
  words(): AsyncGenerator<SieveBatch>
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
    async byNumber(numbers) {
      const { rows } = await pool.query<PartyRow & { readonly no: number }>(
        `select no, ${columns} from watched_party where no = any($1) order by id`,
        [numbers],
      )
      return rows.map((row) => ({ ...partyOf(row), number: row.no }))
    },
    async *all() {
      for (let after = ''; ; ) {
        const page = await parties('where id > $1 order by id limit 500', [after])
        if (page.length === 0) return
        yield page
        after = page.at(-1)!.id
      }
    },
    sieves: () => readPairs(pool, 'copy watched_party (no, sieve) to stdout (format binary)', 'integer'),
    words: () => readPairs(pool, 'copy watched_word (word, ways) to stdout (format binary)', 'float'),
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
  parties: readonly (WatchedParty & { readonly sieve: PartySieving })[],
): Promise<void> {
  await insertWords(
    client,
    parties.map(({ sieve }) => sieve),
  )
  await client.query(
    `insert into watched_party (id, schema, properties, sieve, position, seen_at)
     select * from unnest($1::text[], $2::text[], $3::json[], $4::bytea[], $5::text[], $6::bigint[])
     on conflict (id) do update set schema = excluded.schema, properties = excluded.properties,
       sieve = excluded.sieve, position = excluded.position, seen_at = excluded.seen_at`,
    [
      parties.map(({ id }) => id),
      parties.map(({ schema }) => schema),
      parties.map(({ properties }) => JSON.stringify(properties)),
      parties.map(({ sieve }) => Buffer.from(sieve.block)),
      parties.map(({ position }) => position ?? null),
      parties.map(({ seenAt }) => seenAt),
    ],
  )
}

/** Writes blocks in the place of those of an earlier layout. For use inside a transaction. */
export async function renewSieves(
  client: pg.ClientBase,
  parties: readonly { readonly id: string; readonly sieve: PartySieving }[],
): Promise<void> {
  await insertWords(
    client,
    parties.map(({ sieve }) => sieve),
  )
  await client.query(
    'update watched_party set sieve = r.sieve from unnest($1::text[], $2::bytea[]) as r (id, sieve) where watched_party.id = r.id',
    [parties.map(({ id }) => id), parties.map(({ sieve }) => Buffer.from(sieve.block))],
  )
}

/** In the order of their numbers, so that two who write at once wait for each other and never both. */
async function insertWords(client: pg.ClientBase, sieves: readonly PartySieving[]): Promise<void> {
  const words = new Map(sieves.flatMap((sieve) => [...sieve.words]))
  if (words.size === 0) return
  const numbers = [...words.keys()].sort((a, b) => a - b)
  await client.query(
    'insert into watched_word (word, ways) select * from unnest($1::float8[], $2::bytea[]) on conflict do nothing',
    [numbers, numbers.map((number) => Buffer.from(words.get(number)!))],
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

/** Rows of a number of eight bytes and some bytes. */
async function* readPairs(
  pool: pg.Pool,
  copy: string,
  numbers: 'integer' | 'float',
): AsyncGenerator<SieveBatch> {
  const client = await pool.connect()
  try {
    const stream = client.query(copyTo(copy))
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
        const number = numbers === 'float' ? bytes.readDoubleBE(at + 6) : int53(bytes, at + 6)
        places.push(number, from, to)
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

const int53 = (bytes: Buffer, at: number) =>
  bytes.readInt32BE(at) * 0x1_0000_0000 + bytes.readUInt32BE(at + 4)
