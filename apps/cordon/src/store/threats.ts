import type { Reject } from '@cordon/formats'
import type { IndicatorClaim, IndicatorKind, Instant, ThreatItem } from '@cordon/model'
import type { ReadReport, ThreatReading } from '@cordon/sources'
import type pg from 'pg'
import { streamRows } from './cursor.ts'
import { importThreats, type ThreatImportMeta, type ThreatImportResult } from './threat-import.ts'
import { indicatorLookup, threatItem } from './threat-keys.ts'

/** What is imported and replaced as a whole, with its version that answers. */
export interface ThreatCollection {
  /** `source/name`. */
  readonly id: string
  readonly source: string
  readonly name: string
  readonly format: string
  readonly seq: number
  readonly version: string
  readonly fetched: Instant
  readonly importedAt: Instant
  readonly items: number
  readonly indicators: number
  readonly rejects: number
  readonly report: ReadReport
}

/** Where an indicator was seen. */
export interface IndicatorSighting {
  readonly kind: IndicatorKind
  /** Canonical. */
  readonly value: string
  readonly at: Instant
  /** File and line, or whatever leads back to the record. */
  readonly place: string
  readonly host?: string
  /** The field. */
  readonly path?: string
  /** What stood there. */
  readonly written: string
}

/** A claim about an indicator with the collection that it is from, and since when and until when it was in it. */
export interface StoredIndicatorClaim {
  readonly claim: IndicatorClaim
  readonly collection: string
  readonly since: Instant
  /** Set where a later version of the collection no longer says it. */
  readonly until?: Instant
}

/** Threat intelligence as a part of the store. */
export interface Threats {
  /** Imports a reading as one transaction; see `importThreats`. */
  import(reading: ThreatReading, meta: ThreatImportMeta): Promise<ThreatImportResult>
  /** Every collection, by id. */
  collections(): Promise<ThreatCollection[]>
  /** Changes with every import, and with nothing else. */
  signature(): Promise<string>
  /** All that the collections say in the versions that answer, some thousands at a time. One moment's state. */
  items(kinds?: readonly ThreatItem['is'][]): AsyncGenerator<ThreatItem[]>
  /** All that was ever said of an indicator. */
  indicator(kind: IndicatorKind, value: string): Promise<StoredIndicatorClaim[]>
  rejects(collection: string, seq: number, limit?: number): Promise<Reject[]>
  /** Notes sightings; the same one again changes nothing. */
  sight(sightings: readonly IndicatorSighting[]): Promise<void>
  /** The latest sightings of an indicator, and how many there are. */
  sightings(
    kind: IndicatorKind,
    value: string,
    limit?: number,
  ): Promise<{ total: number; latest: IndicatorSighting[] }>
  /** For each indicator that was seen, how often and when last. */
  lastSightings(): AsyncGenerator<{ kind: IndicatorKind; value: string; at: Instant; count: number }[]>
}

type InTransaction = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>

/** The threat intelligence of a store. */
export function threatStore(pool: pg.Pool, transaction: InTransaction, now: () => Instant): Threats {
  return {
    import: (reading, meta) => transaction((client) => importThreats(client, reading, meta, now())),
    collections: () => collectionsOf(pool),
    async signature() {
      const { rows } = await pool.query<{ signature: string | null }>(
        `select md5(string_agg(id || ' ' || current_seq, ',' order by id)) as signature from threat_collection`,
      )
      return rows[0]?.signature ?? ''
    },
    items: (kinds = ['object', 'relation', 'claim', 'indicator']) => itemsOf(pool, kinds),
    indicator: (kind, value) => claimsOf(pool, kind, value),
    async rejects(collection, seq, limit = 100) {
      const { rows } = await pool.query<{ reject: Reject }>(
        'select reject from threat_reject where collection = $1 and seq = $2 order by ordinal limit $3',
        [collection, seq, limit],
      )
      return rows.map(({ reject }) => reject)
    },
    sight: (sightings) => addSightings(pool, sightings),
    sightings: (kind, value, limit = 100) => sightingsOf(pool, kind, value, limit),
    lastSightings: () => lastSightingsOf(pool),
  }
}

async function collectionsOf(pool: pg.Pool): Promise<ThreatCollection[]> {
  const { rows } = await pool.query(
    `select c.id, c.source, c.name, c.format, v.seq, v.version, v.fetched, v.imported_at as "importedAt", v.items,
       v.indicators, v.rejects, v.report
     from threat_collection c join threat_version v on v.collection = c.id and v.seq = c.current_seq order by c.id`,
  )
  return rows.map((row) => ({ ...row, fetched: Number(row.fetched), importedAt: Number(row.importedAt) }))
}

async function* itemsOf(pool: pg.Pool, kinds: readonly ThreatItem['is'][]): AsyncGenerator<ThreatItem[]> {
  const client = await pool.connect()
  try {
    await client.query('begin read only isolation level repeatable read')
    const sql =
      'select kind, body from threat_item where kind = any($1) and until_seq = 2147483647 order by collection, key'
    for await (const rows of streamRows<{ kind: ThreatItem['is']; body: unknown }>(
      client,
      sql,
      [kinds],
      5000,
    ))
      yield rows.map(({ kind, body }) => threatItem(kind, body))
    await client.query('commit')
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

async function claimsOf(pool: pg.Pool, kind: IndicatorKind, value: string): Promise<StoredIndicatorClaim[]> {
  const { rows } = await pool.query<{
    body: IndicatorClaim
    collection: string
    since: number
    until: number | null
  }>(
    `select t.body, t.collection, b.imported_at as since, e.imported_at as until from threat_item t
     join threat_version b on b.collection = t.collection and b.seq = t.from_seq
     left join threat_version e on e.collection = t.collection and e.seq = t.until_seq
     where t.lookup = $1 and t.kind = 'indicator' order by t.collection, b.seq, t.key limit 500`,
    [indicatorLookup(kind, value)],
  )
  return rows.map(({ body, collection, since, until }) => ({
    claim: body,
    collection,
    since: Number(since),
    ...(until !== null && { until: Number(until) }),
  }))
}

async function addSightings(pool: pg.Pool, sightings: readonly IndicatorSighting[]): Promise<void> {
  for (let start = 0; start < sightings.length; start += 5000) {
    const some = sightings.slice(start, start + 5000)
    await pool.query(
      `insert into indicator_sighting (lookup, at, place, kind, value, host, path, written)
       select * from unnest($1::bytea[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
       on conflict do nothing`,
      [
        some.map(({ kind, value }) => indicatorLookup(kind, value)),
        some.map(({ at }) => Math.round(at)),
        some.map(({ place }) => place.slice(0, 500)),
        some.map(({ kind }) => kind),
        some.map(({ value }) => value),
        some.map(({ host }) => host ?? null),
        some.map(({ path }) => path ?? null),
        some.map(({ written }) => written.slice(0, 1000)),
      ],
    )
  }
}

async function sightingsOf(pool: pg.Pool, kind: IndicatorKind, value: string, limit: number) {
  const lookup = indicatorLookup(kind, value)
  const { rows } = await pool.query<{
    at: number
    place: string
    host: string | null
    path: string | null
    written: string
    total: number
  }>(
    `select at, place, host, path, written, count(*) over ()::int as total from indicator_sighting
     where lookup = $1 order by at desc, place limit $2`,
    [lookup, limit],
  )
  const latest = rows.map(({ at, place, host, path, written }) => ({
    kind,
    value,
    at: Number(at),
    place,
    written,
    ...(host !== null && { host }),
    ...(path !== null && { path }),
  }))
  return { total: rows[0]?.total ?? 0, latest }
}

async function* lastSightingsOf(pool: pg.Pool) {
  const client = await pool.connect()
  try {
    await client.query('begin read only')
    const sql = `select min(kind) as kind, min(value) as value, max(at) as at, count(*)::int as count
      from indicator_sighting group by lookup`
    for await (const rows of streamRows<{ kind: IndicatorKind; value: string; at: number; count: number }>(
      client,
      sql,
      [],
    ))
      yield rows.map((row) => ({ ...row, at: Number(row.at) }))
    await client.query('commit')
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}
