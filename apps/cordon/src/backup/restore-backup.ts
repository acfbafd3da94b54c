import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished, pipeline } from 'node:stream/promises'
import { CordonError } from '@cordon/model'
import type pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { type Database, inTransaction } from '../store/database.ts'
import { appliedSteps, migrate } from '../store/migrate.ts'
import { migrations } from '../store/migrations/index.ts'
import { type BackupHead, type BackupSink, type BackupSums, readArchive } from './archive.ts'
import { copyList, quoted, storedTables } from './stored-tables.ts'

/** Where a backup goes. */
export interface RestoreTarget {
  readonly database: Database
  /** The data folder; files about lists are left out where there is none. */
  readonly folder?: string | undefined
  readonly onProgress?: (table: string, bytes: number) => void
}

/** What was restored. */
export interface Restored {
  readonly head: BackupHead
  readonly sums: BackupSums
  /** Steps that the backup's tables were behind, and that ran then. */
  readonly migrated: readonly string[]
}

/**
 * Puts a backup into an empty store, in one transaction, compares every count and hash, and brings the tables up to date. The
 * archive is read to its end before anything counts: one that was cut leaves the store as it was.
 * @param where the archive, for errors
 * @throws CordonError CORDON_BACKUP for a damaged archive, CORDON_STORE_NOT_EMPTY, CORDON_STORE_NEWER
 */
export async function restoreBackup(
  bytes: AsyncIterable<Uint8Array>,
  where: string,
  target: RestoreTarget,
): Promise<Restored> {
  const { database, folder } = target
  await refuseUnlessEmpty(database)
  const files = new StagedFiles(folder)
  try {
    const read = await inTransaction(database.pool, async (client) => {
      const loader = new TableLoader(client, target)
      const sink: BackupSink = {
        begin: async (head) => {
          await prepare(database, head, where)
          await loader.begin(head)
        },
        rows: (table, part) => loader.rows(table, part),
        file: (path, part) => files.add(path, part),
      }
      try {
        const archive = await readArchive(bytes, where, sink)
        await loader.end(archive.sums, where)
        return archive
      } catch (error) {
        await loader.abort()
        throw error
      }
    })
    await files.keep()
    return { ...read, migrated: await migrate(database) }
  } finally {
    await files.discard()
  }
}

/** Brings an untouched database to the tables that the backup has. */
async function prepare(database: Database, head: BackupHead, where: string): Promise<void> {
  const unknown = head.steps.filter((step) => !(step in migrations))
  if (unknown.length > 0)
    throw new CordonError({
      code: 'CORDON_STORE_NEWER',
      expected: `a backup up to step ${Object.keys(migrations).sort().at(-1)}`,
      found: `step ${unknown.join(', ')}, made by Cordon ${head.program}`,
      where,
      remedy: 'Restore it with that version or a later one.',
    })
  const ahead = (await appliedSteps(database.sql)).filter((step) => !head.steps.includes(step))
  if (ahead.length > 0)
    throw new CordonError({
      code: 'CORDON_STORE_NEWER',
      expected: 'a database that no later Cordon has set up',
      found: `step ${ahead.join(', ')}, which the backup does not have`,
      where: 'the store to restore into',
      remedy:
        'Name a new data folder or a new database: it is set up as the backup needs it, then brought up to date.',
    })
  await migrate(database, Object.fromEntries(head.steps.map((step) => [step, migrations[step]!])))
}

/** Where anything was ever done there are entries in one of these. */
const signsOfLife = ['audit', 'event', 'list_version', 'finding', 'watch_state', 'account']

async function refuseUnlessEmpty({ pool }: Database): Promise<void> {
  for (const table of signsOfLife) {
    const { rows } = await pool.query<{ name: string | null }>('select to_regclass($1)::text as name', [
      table,
    ])
    if (!rows[0]?.name) continue
    const { rows: some } = await pool.query<{ n: number }>(`select count(*) as n from ${quoted(table)}`)
    const count = Number(some[0]!.n)
    if (count === 0) continue
    throw new CordonError({
      code: 'CORDON_STORE_NOT_EMPTY',
      expected: 'an empty store',
      found: `${count} rows in ${table}`,
      where: 'the store to restore into',
      remedy:
        'Name a new folder with --data, or a new database by DATABASE_URL. Nothing is ever overwritten.',
    })
  }
}

class TableLoader {
  private readonly client: pg.PoolClient
  private readonly target: RestoreTarget
  private head: BackupHead | undefined
  private copy:
    | {
        readonly table: string
        readonly stream: CopyStreamQuery
        /** Never fulfilled; rejected when the server refuses what it was given. */
        readonly failed: Promise<never>
        bytes: number
      }
    | undefined
  private readonly counts = new Map<string, number>()

  constructor(client: pg.PoolClient, target: RestoreTarget) {
    this.client = client
    this.target = target
  }

  /** Empties what the migrations have put into tables, with their triggers off: what happened is not to happen again. */
  async begin(head: BackupHead): Promise<void> {
    this.head = head
    for (const { name } of head.tables)
      await this.client.query(`alter table ${quoted(name)} disable trigger user`)
    await this.client.query(`truncate ${head.tables.map(({ name }) => quoted(name)).join(', ')} cascade`)
  }

  async rows(table: string, part: Buffer): Promise<void> {
    if (this.copy?.table !== table) {
      await this.endCopy()
      const of = this.head!.tables.find(({ name }) => name === table)!
      const stream = this.client.query(copyFrom(`copy ${copyList(of)} from stdin`))
      const failed = new Promise<never>((_, fail) => stream.once('error', fail))
      // Met where a part is written, or at the end.
      failed.catch(() => undefined)
      this.copy = { table, stream, failed, bytes: 0 }
    }
    const { copy } = this
    copy.bytes += part.length
    const written = new Promise<void>((done, fail) => {
      copy.stream.write(part, (error) => (error ? fail(error) : done()))
    })
    await Promise.race([written, copy.failed])
    this.target.onProgress?.(table, copy.bytes)
  }

  async end(sums: BackupSums, where: string): Promise<void> {
    await this.endCopy()
    for (const [table, { rows = 0 }] of Object.entries(sums.tables)) {
      const loaded = this.counts.get(table) ?? 0
      if (loaded !== rows)
        throw new CordonError({
          code: 'CORDON_BACKUP',
          expected: `${rows} rows of ${table}`,
          found: `${loaded}`,
          where,
          remedy: 'Take another backup.',
        })
    }
    for (const [name, last] of Object.entries(sums.sequences))
      await this.client.query(
        'select setval(to_regclass($1::text), $2) where to_regclass($1::text) is not null',
        [quoted(name), last],
      )
    for (const { name } of this.head!.tables)
      await this.client.query(`alter table ${quoted(name)} enable trigger user`)
  }

  /** Tells the server that no more comes, or it would wait for it, and everything else for the server. */
  async abort(): Promise<void> {
    const { copy } = this
    if (!copy) return
    this.copy = undefined
    copy.stream.destroy(new Error('the backup could not be read on'))
    await copy.failed.catch(() => undefined)
  }

  private async endCopy(): Promise<void> {
    const { copy } = this
    if (!copy) return
    this.copy = undefined
    copy.stream.end()
    await finished(copy.stream)
    this.counts.set(copy.table, copy.stream.rowCount)
  }
}

/** Files that are written beside their place, and put there once the tables are. */
class StagedFiles {
  private readonly folder: string | undefined
  private readonly staged: { readonly from: string; readonly to: string }[] = []

  constructor(folder: string | undefined) {
    this.folder = folder
  }

  async add(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    if (this.folder === undefined) {
      for await (const _ of bytes);
      return
    }
    const to = join(this.folder, path)
    const from = `${to}.restoring`
    this.staged.push({ from, to })
    await mkdir(dirname(to), { recursive: true })
    await pipeline(bytes, createWriteStream(from, { mode: 0o600 }))
  }

  async keep(): Promise<void> {
    for (const { from, to } of this.staged) await rename(from, to)
    this.staged.length = 0
  }

  async discard(): Promise<void> {
    for (const { from } of this.staged) await rm(from, { force: true })
  }
}

/** Rows of every table, to compare a restored store with its source. */
export async function tableCounts(database: Database): Promise<Record<string, number>> {
  return inTransaction(database.pool, async (client) => {
    const counts: Record<string, number> = {}
    for (const { name } of await storedTables(client)) {
      const { rows } = await client.query<{ n: number }>(`select count(*) as n from ${quoted(name)}`)
      counts[name] = Number(rows[0]!.n)
    }
    return counts
  })
}
