import type { Reject } from '@cordon/formats'
import { CordonError, type Instant, type Source, type StoredStatement } from '@cordon/model'
import type { Reading } from '@cordon/sources'
import type pg from 'pg'
import { appendAudit } from './audit.ts'
import { streamRows } from './cursor.ts'
import { countTargets, findVersion, readVersionPair, type VersionPair } from './list-changes.ts'
import {
  type ImportMeta,
  type ImportResult,
  importReading,
  type ListVersion,
  type ListVersionRow,
  setCurrent,
  toListVersion,
  versionsOf,
} from './list-import.ts'
import type { ImportProgress } from './list-staging.ts'
import { type ContentRow, storedStatements } from './statement-codec.ts'

/** A source with the version that answers. */
export interface ListStatus extends Source {
  /** The small list that comes with Cordon, not an official one. */
  readonly starter: boolean
  readonly current?: ListVersion
  readonly versions: number
}

/** What one source says of one entity in one version. */
export interface StoredGroup {
  readonly entityId: string
  readonly schema: string
  readonly source: string
  readonly statements: readonly StoredStatement[]
}

/** Which versions to ask. */
export interface VersionChoice {
  /** By source: the publisher's version, or the number of the import. Other sources answer with their current one. */
  readonly asOf?: Readonly<Record<string, string | number>>
  /** Only these sources. */
  readonly sources?: readonly string[]
}

/** Lists with all their versions as a part of the store. */
export interface Lists {
  /** Imports a reading as one transaction; see `importReading`. */
  import(
    reading: Reading,
    meta: ImportMeta,
    onProgress?: (progress: ImportProgress) => void,
  ): Promise<ImportResult>
  /** Every source, by name. */
  status(): Promise<ListStatus[]>
  /** The versions of a source, in the order of their import. */
  versions(source: string): Promise<ListVersion[]>
  /** Makes a stored version the one that answers. */
  makeCurrent(source: string, seq: number, actor: string): Promise<ListVersion>
  /** The versions that a choice comes to. @throws CordonError CORDON_LIST_VERSION */
  choose(choice?: VersionChoice): Promise<ListVersion[]>
  /**
   * Every entity, some hundreds at a time, by entity id and source: what several sources say of one id comes
   * together. One moment's state, though imports go on meanwhile.
   */
  entities(choice?: VersionChoice): AsyncGenerator<StoredGroup[]>
  /** What the sources say of one entity; empty when none knows it. */
  entity(id: string, choice?: VersionChoice): Promise<StoredGroup[]>
  /** The stored version that a label means: the publisher's, `#` and a number, or how a hash begins. */
  find(source: string, label: string): Promise<ListVersion>
  /** How many entities of a version are listed by themselves, wallets of others among them not. */
  targets(source: string, seq: number): Promise<number>
  /** Where two versions of a source differ; see `readVersionPair`. */
  pair(source: string, before: number, after: number): Promise<VersionPair>
  /** The records of a version that could not be read, in their order. */
  rejects(
    source: string,
    seq: number,
    options?: { readonly limit?: number; readonly offset?: number },
  ): Promise<Reject[]>
}

/** Makes the list store over a pool. */
export function listStore(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): Lists {
  return {
    import: (reading, meta, onProgress) =>
      transaction((client) => importReading(client, reading, meta, now(), onProgress)),
    status: () => statusOf(pool),
    versions: (source) => versionsOf(pool, source),
    makeCurrent: (source, seq, actor) =>
      transaction(async (client) => {
        const [version] = await chosen(client, { asOf: { [source]: seq }, sources: [source] })
        await setCurrent(client, source, seq)
        const detail = { seq, version: version!.version }
        await appendAudit(client, { at: now(), actor, action: 'lists.current', subject: source, detail })
        return { ...version!, current: true }
      }),
    choose: (choice = {}) => chosen(pool, choice),
    entities: (choice = {}) => entitiesOf(pool, choice),
    async entity(id, choice = {}) {
      const versions = await chosen(pool, choice)
      const { rows } = await pool.query<ContentRow>(contentSql('and c.entity_id = $3'), [
        ...versionArrays(versions),
        id,
      ])
      return toGroups(rows, versions)
    },
    find: (source, label) => findVersion(pool, source, label),
    targets: (source, seq) => countTargets(pool, source, seq),
    pair: (source, before, after) => readVersionPair(pool, source, before, after),
    async rejects(source, seq, { limit = 1_000, offset = 0 } = {}) {
      const { rows } = await pool.query<{ reject: Reject }>(
        'select reject from list_reject where source = $1 and seq = $2 order by ordinal limit $3 offset $4',
        [source, seq, limit, offset],
      )
      return rows.map(({ reject }) => reject)
    },
  }
}

async function statusOf(pool: pg.Pool): Promise<ListStatus[]> {
  const { rows: sources } = await pool.query(
    `select name, title, publisher, url, starter,
       (select count(*)::int from list_version where source = name) as versions
     from source order by name`,
  )
  const current = new Map((await chosen(pool, {})).map((version) => [version.source, version]))
  return sources.map(({ url, ...source }) => {
    const version = current.get(source.name)
    return { ...source, ...(url && { url }), ...(version && { current: version }) }
  })
}

async function chosen(client: pg.Pool | pg.PoolClient, choice: VersionChoice): Promise<ListVersion[]> {
  const { rows } = await client.query<ListVersionRow>(
    `select v.*, s.current_seq from list_version v join source s on s.name = v.source
     where ($1::text[] is null or v.source = any($1)) and (v.seq = s.current_seq or v.source = any($2))
     order by v.source, v.seq`,
    [choice.sources ?? null, Object.keys(choice.asOf ?? {})],
  )
  const versions = rows.map(toListVersion)
  const asked = Object.entries(choice.asOf ?? {}).filter(
    ([source]) => !choice.sources || choice.sources.includes(source),
  )
  const named = asked.map(([source, label]) => {
    const found = versions.findLast(
      (one) => one.source === source && (typeof label === 'number' ? one.seq : one.version) === label,
    )
    if (found) return found
    const known = versions
      .filter((one) => one.source === source)
      .map(({ version, seq }) => `${version} (${seq})`)
    throw new CordonError({
      code: 'CORDON_LIST_VERSION',
      expected: `a stored version of ${source}: ${known.join(', ') || 'there is none'}`,
      found: String(label),
      where: 'the version asked for',
      remedy: 'Ask `cordon lists status` for the versions.',
    })
  })
  const isNamed = new Set(asked.map(([source]) => source))
  return [...versions.filter((one) => !isNamed.has(one.source)), ...named].sort((a, b) =>
    a.source < b.source ? -1 : 1,
  )
}

/** A page is read in one go: at this size it takes some milliseconds, so that a server answers in between. */
const entitiesAtOnce = 250

async function* entitiesOf(pool: pg.Pool, choice: VersionChoice): AsyncGenerator<StoredGroup[]> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const versions = await chosen(client, choice)
    const sql = contentSql('')
    for await (const rows of streamRows<ContentRow>(client, sql, versionArrays(versions), entitiesAtOnce))
      yield toGroups(rows, versions)
  } finally {
    await client.query('rollback').then(
      () => client.release(),
      (error) => client.release(error),
    )
  }
}

function contentSql(condition: string): string {
  return `select c.source, c.entity_id, c.schema, c.statements, c.first_seen
    from unnest($1::text[], $2::integer[]) as v (source, seq)
    join entity_content c on c.source = v.source and c.from_seq <= v.seq and c.until_seq > v.seq ${condition}
    order by c.entity_id, c.source`
}

function versionArrays(versions: readonly ListVersion[]): [string[], number[]] {
  return [versions.map(({ source }) => source), versions.map(({ seq }) => seq)]
}

function toGroups(rows: readonly ContentRow[], versions: readonly ListVersion[]): StoredGroup[] {
  const labels = new Map(versions.map(({ source, version }) => [source, version]))
  return rows.map((row) => ({
    entityId: row.entity_id,
    schema: row.schema,
    source: row.source,
    statements: storedStatements(row, labels.get(row.source)!),
  }))
}
