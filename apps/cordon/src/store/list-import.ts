import { CordonError, type Instant, type Source } from '@cordon/model'
import type { Reading, ReadReport } from '@cordon/sources'
import type pg from 'pg'
import { appendAudit } from './audit.ts'
import { mergeStaged, type VersionChanges } from './list-merge.ts'
import { type ImportProgress, stageReading, stageUntouched } from './list-staging.ts'

/** What an import is told besides the reading. */
export interface ImportMeta {
  readonly source: Source
  /** SHA-256 of the raw bytes, hexadecimal; of several files, of their hashes joined. */
  readonly sha256: string
  readonly fetched: Instant
  /** Who imports, for the audit log. */
  readonly actor: string
  /** The small list that comes with Cordon. */
  readonly starter?: boolean
  /** Import bytes again that the store has already, as after a reader learned to read more. */
  readonly force?: boolean
  /** Looks at what was read before it may answer; what it throws undoes the import. */
  readonly check?: (found: ImportCheck) => void
  /** Let a version answer that is older than the current one. */
  readonly makeCurrent?: boolean
}

/** What came of a reading, beside the version that answers now. */
export interface ImportCheck {
  readonly report: ReadReport
  readonly entities: number
  readonly rejects: number
  readonly current: ListVersion | undefined
}

/** One stored version of a source. */
export interface ListVersion {
  readonly source: string
  /** Counts the imports of a source from 1. */
  readonly seq: number
  /** The publisher's own version or date of issue. */
  readonly version: string
  readonly fetched: Instant
  readonly importedAt: Instant
  readonly sha256: string
  readonly format: string
  readonly entities: number
  readonly statements: number
  readonly rejects: number
  readonly report: ReadReport
  /** Whether it is the one that answers. */
  readonly current: boolean
}

/** How an import ended. */
export type ImportResult =
  | { readonly outcome: 'imported'; readonly version: ListVersion; readonly changes: VersionChanges }
  /** The store has these very bytes: nothing was read or changed. */
  | { readonly outcome: 'known'; readonly version: ListVersion }

/** A row of `list_version` with `current_seq` of its source. */
export interface ListVersionRow {
  readonly source: string
  readonly seq: number
  readonly version: string
  readonly fetched: number
  readonly imported_at: number
  readonly sha256: string
  readonly format: string
  readonly entities: number
  readonly statements: number
  readonly rejects: number
  readonly report: ReadReport
  readonly current_seq: number | null
}

/** A row as the version it holds. */
export function toListVersion({ imported_at, current_seq, ...row }: ListVersionRow): ListVersion {
  return { ...row, importedAt: imported_at, current: row.seq === current_seq }
}

/**
 * Imports a reading within the client's transaction. Whatever fails, and whenever the process dies, the version that
 * answered before answers still.
 *
 * A version older than the current one is kept, but doesn't answer unless `makeCurrent` says so.
 * @throws CordonError CORDON_LIST_EMPTY when the reading had no entity at all; whatever the reading throws
 */
export async function importReading(
  client: pg.ClientBase,
  reading: Reading,
  meta: ImportMeta,
  now: Instant,
  onProgress?: (progress: ImportProgress) => void,
): Promise<ImportResult> {
  await claimSource(client, meta)
  const before = await versionsOf(client, meta.source.name)
  const same = meta.force ? undefined : before.findLast(({ sha256 }) => sha256 === meta.sha256)
  if (same) return { outcome: 'known', version: same }
  await stageReading(client, reading, onProgress)
  const report = reading.report()
  if (reading.deleted) await completeDelta(client, meta, before, reading.deleted())
  const counts = await stagedCounts(client)
  if (counts.entities === 0) throw emptyReading(meta, report, counts.rejects)
  const current = before.find((one) => one.current)
  meta.check?.({ report, entities: counts.entities, rejects: counts.rejects, current })
  const seq = (before.at(-1)?.seq ?? 0) + 1
  const changes = await insertVersion(client, { seq, report, counts, meta, now })
  const answers = !current || meta.makeCurrent === true || current.version <= report.version
  if (answers) await setCurrent(client, meta.source.name, seq)
  await appendAudit(client, {
    at: now,
    actor: meta.actor,
    action: 'lists.import',
    subject: meta.source.name,
    detail: { seq, version: report.version, sha256: meta.sha256, ...counts, ...changes, current: answers },
  })
  const version = (await versionsOf(client, meta.source.name)).at(-1)!
  return { outcome: 'imported', version, changes }
}

/** Makes the changes that were staged a whole version: with all that they don't touch of the one that answers. */
async function completeDelta(
  client: pg.ClientBase,
  { source }: ImportMeta,
  before: readonly ListVersion[],
  deleted: readonly string[],
): Promise<void> {
  const last = before.at(-1)
  if (!last?.current)
    throw new CordonError({
      code: 'CORDON_LIST_NO_BASE',
      expected: `a version of ${source.name} that answers and was imported last, for the changes to apply to`,
      found: last ? 'a later import that does not answer' : 'none',
      where: source.name,
      remedy: 'Import the whole list first (entities.ftm.json), then its changes.',
    })
  await stageUntouched(client, source.name, deleted)
}

/** Makes a version the one that answers, and tells every listening process. */
export async function setCurrent(client: pg.ClientBase, source: string, seq: number): Promise<void> {
  await client.query('update source set current_seq = $2 where name = $1', [source, seq])
  await client.query(`select pg_notify('cordon_lists', $1)`, [JSON.stringify({ source, seq })])
}

/** All versions of a source in the order of their import. */
export async function versionsOf(client: pg.ClientBase | pg.Pool, source: string): Promise<ListVersion[]> {
  const { rows } = await client.query<ListVersionRow>(
    `select v.*, s.current_seq from list_version v join source s on s.name = v.source
     where v.source = $1 order by v.seq`,
    [source],
  )
  return rows.map(toListVersion)
}

/** Keeps other imports of this source waiting until this one has ended; readers don't notice. */
async function claimSource(client: pg.ClientBase, { source, starter = false }: ImportMeta): Promise<void> {
  await client.query(
    `insert into source (name, title, publisher, url, starter) values ($1, $2, $3, $4, $5)
     on conflict (name) do update set title = excluded.title, publisher = excluded.publisher,
       url = excluded.url, starter = excluded.starter`,
    [source.name, source.title, source.publisher, source.url ?? null, starter],
  )
}

interface StagedCounts {
  readonly entities: number
  readonly statements: number
  readonly rejects: number
}

async function stagedCounts(client: pg.ClientBase): Promise<StagedCounts> {
  const { rows } = await client.query<StagedCounts>(
    `select count(entity_id)::int as entities,
       coalesce(sum(json_array_length(statements)) filter (where entity_id is not null), 0)::int as statements,
       count(*) filter (where entity_id is null)::int as rejects
     from staging`,
  )
  return rows[0]!
}

async function insertVersion(
  client: pg.ClientBase,
  told: { seq: number; report: ReadReport; counts: StagedCounts; meta: ImportMeta; now: Instant },
): Promise<VersionChanges> {
  const { seq, report, counts, meta, now } = told
  const source = meta.source.name
  await client.query(
    `insert into list_version
       (source, seq, version, fetched, imported_at, sha256, format, entities, statements, rejects, report)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      source,
      seq,
      report.version,
      meta.fetched,
      now,
      meta.sha256,
      report.format,
      counts.entities,
      counts.statements,
      counts.rejects,
      JSON.stringify(report),
    ],
  )
  await client.query(
    `insert into list_reject (source, seq, ordinal, reject)
     select $1, $2, ordinal, statements from staging where entity_id is null`,
    [source, seq],
  )
  return mergeStaged(client, source, seq, report.version)
}

function emptyReading(meta: ImportMeta, report: ReadReport, rejects: number): CordonError {
  return new CordonError({
    code: 'CORDON_LIST_EMPTY',
    expected: 'at least one entity',
    found: `none, and ${rejects} rejected records`,
    where: `${meta.source.name} ${report.version}`,
    remedy: 'Check that the file is whole and of the right kind. The store is as it was before.',
  })
}
