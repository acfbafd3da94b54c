import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { CordonError, type Instant } from '@cordon/model'
import type { ReadReport, ThreatReading } from '@cordon/sources'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { appendAudit } from './audit.ts'
import { threatRow } from './threat-keys.ts'

/** What an import is told besides the reading. */
export interface ThreatImportMeta {
  /** The source where the reading doesn't say one of its own; see `ReadReport.source`. */
  readonly source?: string
  /** What is replaced as a whole when it is imported again: a file's name, a bundle's. */
  readonly collection: string
  readonly sha256: string
  readonly fetched: Instant
  readonly actor: string
  /** Read bytes again that the store has. */
  readonly force?: boolean
}

/** What a version changed against the one before it. */
export interface ThreatChanges {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** How an import ended. */
export type ThreatImportResult =
  | {
      readonly outcome: 'imported'
      readonly id: string
      readonly seq: number
      readonly report: ReadReport
      readonly changes: ThreatChanges
    }
  | { readonly outcome: 'known'; readonly id: string; readonly seq: number }

const openEnd = 2_147_483_647

/**
 * Imports a reading within the client's transaction: all of it or nothing.
 * @throws CordonError CORDON_THREATS_EMPTY when the reading had no item at all; whatever the reading throws
 */
export async function importThreats(
  client: pg.ClientBase,
  reading: ThreatReading,
  meta: ThreatImportMeta,
  now: Instant,
): Promise<ThreatImportResult> {
  const known = meta.force ? undefined : await sameBytes(client, meta)
  if (known) return { outcome: 'known', ...known }
  const counts = await stage(client, reading)
  const report = reading.report()
  if (counts.items === 0) throw emptyReading(meta, report)
  const source = meta.source ?? report.source
  const id = `${source}/${meta.collection}`
  const seq = await nextVersion(client, id, source, meta, report, counts, now)
  const changes = await merge(client, id, seq)
  await client.query(
    'insert into threat_reject select $1, $2, ordinal, reject from threat_staging where reject is not null',
    [id, seq],
  )
  await client.query('update threat_collection set current_seq = $2 where id = $1', [id, seq])
  await client.query(`select pg_notify('cordon_threats', $1)`, [id])
  await appendAudit(client, {
    at: now,
    actor: meta.actor,
    action: 'knowledge.import',
    subject: id,
    detail: { seq, version: report.version, sha256: meta.sha256, ...counts, ...changes },
  })
  return { outcome: 'imported', id, seq, report, changes }
}

async function sameBytes(client: pg.ClientBase, { sha256, collection, source }: ThreatImportMeta) {
  const { rows } = await client.query<{ id: string; seq: number }>(
    `select c.id, v.seq from threat_version v join threat_collection c on c.id = v.collection and c.current_seq = v.seq
     where v.sha256 = $1 and c.name = $2 and ($3::text is null or c.source = $3) limit 1`,
    [sha256, collection, source ?? null],
  )
  return rows[0]
}

async function stage(
  client: pg.ClientBase,
  reading: ThreatReading,
): Promise<{ items: number; indicators: number; rejects: number }> {
  await client.query(`create temporary table threat_staging (
    ordinal bigint, kind text, key bytea, lookup bytea, content_hash bytea, body json, reject json
  ) on commit drop`)
  const sink = client.query(copyFrom('copy threat_staging from stdin'))
  const done = finished(sink)
  done.catch(() => undefined)
  const counts = { items: 0, indicators: 0, rejects: 0 }
  let ordinal = 0
  try {
    for await (const { records, rejects } of reading) {
      const lines: string[] = []
      for (const item of records) {
        const { kind, key, lookup, hash, body } = threatRow(item)
        counts.items++
        if (kind === 'indicator') counts.indicators++
        lines.push(
          `${ordinal++}\t${kind}\t${hex(key)}\t${hex(lookup)}\t${hex(hash)}\t${copyJson(body)}\t\\N\n`,
        )
      }
      for (const reject of rejects) {
        counts.rejects++
        lines.push(`${ordinal++}\t\\N\t\\N\t\\N\t\\N\t\\N\t${copyJson(JSON.stringify(reject))}\n`)
      }
      await written(sink, lines.join(''))
    }
    sink.end()
    await done
  } catch (error) {
    sink.destroy(error as Error)
    throw error
  }
  return counts
}

async function written(sink: Writable, text: string): Promise<void> {
  if (text === '' || sink.write(text)) return
  await new Promise<void>((resolve, reject) => {
    const settle = (error?: Error) => {
      sink.off('drain', settle)
      sink.off('error', settle)
      if (error) reject(error)
      else resolve()
    }
    sink.once('drain', settle)
    sink.once('error', settle)
  })
}

const hex = (bytes: Buffer) => `\\\\x${bytes.toString('hex')}`

/** JSON text has no control characters, so that only the backslash needs care; U+0000 is no text to PostgreSQL. */
function copyJson(json: string): string {
  const safe = json.includes('\\u0000') ? json.replaceAll('\\u0000', '\\ufffd') : json
  return safe.includes('\\') ? safe.replaceAll('\\', '\\\\') : safe
}

async function nextVersion(
  client: pg.ClientBase,
  id: string,
  source: string,
  meta: ThreatImportMeta,
  report: ReadReport,
  counts: { items: number; indicators: number; rejects: number },
  now: Instant,
): Promise<number> {
  await client.query(
    `insert into threat_collection (id, source, name, format) values ($1, $2, $3, $4)
     on conflict (id) do update set format = excluded.format`,
    [id, source, meta.collection, report.format],
  )
  // Two imports of one collection wait for each other here.
  await client.query('select 1 from threat_collection where id = $1 for update', [id])
  const { rows } = await client.query<{ seq: number }>(
    'select coalesce(max(seq), 0)::int + 1 as seq from threat_version where collection = $1',
    [id],
  )
  const { seq } = rows[0]!
  await client.query('insert into threat_version values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
    id,
    seq,
    report.version,
    meta.fetched,
    now,
    meta.sha256,
    counts.items,
    counts.indicators,
    counts.rejects,
    JSON.stringify(report),
  ])
  return seq
}

/**
 * Content that is the same as before is not touched; what went or changed ends here. Of one key the last row counts. The
 * first version has nothing to be compared with: asking the empty table a million times would take minutes.
 */
async function merge(client: pg.ClientBase, id: string, seq: number): Promise<ThreatChanges> {
  await client.query(`create temporary table threat_new on commit drop as
    select distinct on (key) key, kind, lookup, content_hash, body from threat_staging
    where kind is not null order by key, ordinal desc`)
  const closed = seq === 1 ? 0 : await closeOld(client, id, seq)
  const inserted = await client.query(
    `insert into threat_item (collection, key, from_seq, kind, lookup, content_hash, body)
     select $1, key, $2, kind, lookup, content_hash, body from threat_new order by key`,
    [id, seq],
  )
  const changed = seq === 1 ? 0 : await changedAt(client, id, seq)
  return { added: (inserted.rowCount ?? 0) - changed, changed, removed: closed - changed }
}

/** Ends what the new version no longer says, and takes out of it what it says as before. */
async function closeOld(client: pg.ClientBase, id: string, seq: number): Promise<number> {
  await client.query('analyze threat_new')
  await client.query('analyze threat_item')
  const closed = await client.query(
    `update threat_item t set until_seq = $2 where collection = $1 and until_seq = ${openEnd} and not exists (
       select 1 from threat_new s where s.key = t.key and s.content_hash = t.content_hash)`,
    [id, seq],
  )
  await client.query(
    `delete from threat_new s using threat_item t
     where t.collection = $1 and t.until_seq = ${openEnd} and t.key = s.key and t.content_hash = s.content_hash`,
    [id],
  )
  return closed.rowCount ?? 0
}

async function changedAt(client: pg.ClientBase, id: string, seq: number): Promise<number> {
  const { rows } = await client.query<{ changed: number }>(
    `select count(*)::int as changed from threat_item ended join threat_item begun using (collection, key)
     where ended.collection = $1 and ended.until_seq = $2 and begun.from_seq = $2`,
    [id, seq],
  )
  return rows[0]!.changed
}

function emptyReading({ collection }: ThreatImportMeta, report: ReadReport): CordonError {
  return new CordonError({
    code: 'CORDON_THREATS_EMPTY',
    expected: `something that can be kept, as ${report.format}`,
    found: `nothing; ${report.rejected} records could not be read`,
    where: collection,
    remedy: 'Nothing was changed. The rejects tell what is wrong with each record.',
  })
}
