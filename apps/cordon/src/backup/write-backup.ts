import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Writable } from 'node:stream'
import { type Instant, isoSeconds } from '@cordon/model'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Database } from '../store/database.ts'
import { appliedSteps } from '../store/migrate.ts'
import { ArchiveWriter, type BackupSums, type Sum } from './archive.ts'
import { copyList, type StoredTable, sequences, storedTables } from './stored-tables.ts'

/** What a backup is made of and how it tells its progress. */
export interface BackupSource {
  readonly database: Database
  /** The data folder, whose files about lists are taken too; undefined where there is none. */
  readonly folder?: string | undefined
  readonly at: Instant
  /** The program's version. */
  readonly program: string
  readonly onProgress?: (table: string, rows: number) => void
}

/** Bytes of one member of the archive: what is held in memory at a time. */
const partBytes = 4 * 2 ** 20

/**
 * Writes everything that the store keeps, as one moment had it, while others go on working. Not in it: sessions, and
 * the files of the database itself.
 * @returns what was written
 */
export async function writeBackup(source: BackupSource, out: Writable): Promise<BackupSums> {
  const { database, at, program, folder } = source
  const client = await database.pool.connect()
  const archive = new ArchiveWriter(out)
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables = await storedTables(client)
    await archive.head({
      format: 'cordon-backup',
      formatVersion: 1,
      program,
      takenAt: isoSeconds(at),
      steps: await appliedSteps(database.sql),
      tables,
    })
    const sums: Record<string, Sum> = {}
    for (const table of tables) sums[table.name] = await writeTable(client, table, archive, source.onProgress)
    const files = folder === undefined ? {} : await writeFiles(folder, archive)
    await client.query('commit')
    const all = { tables: sums, files, sequences: await sequences(client) }
    await archive.end(all)
    return all
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function writeTable(
  client: pg.PoolClient,
  table: StoredTable,
  archive: ArchiveWriter,
  onProgress: BackupSource['onProgress'],
): Promise<Sum> {
  const copy = client.query(copyTo(`copy ${copyList(table)} to stdout`))
  const hash = createHash('sha256')
  let [part, bytes, held] = [0, 0, 0]
  let chunks: Buffer[] = []
  const flush = async () => {
    if (held === 0) return
    const name = `tables/${table.name}/${String(++part).padStart(6, '0')}.tsv`
    await archive.bytes(name, Buffer.concat(chunks))
    chunks = []
    held = 0
    onProgress?.(table.name, copy.rowCount ?? 0)
  }
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
    chunks.push(chunk)
    held += chunk.length
    if (held >= partBytes) await flush()
  }
  await flush()
  onProgress?.(table.name, copy.rowCount ?? 0)
  return { rows: copy.rowCount ?? 0, bytes, sha256: hash.digest('hex') }
}

/** What a deployment says about its lists, and publishers' files as they came. */
async function writeFiles(folder: string, archive: ArchiveWriter): Promise<Record<string, Sum>> {
  const sums: Record<string, Sum> = {}
  for (const path of await filesToKeep(folder)) {
    const hash = createHash('sha256')
    const { size } = await stat(path)
    const name = relative(folder, path).split(sep).join('/')
    async function* hashed() {
      // What is written to the file meanwhile is not of this moment.
      for await (const chunk of createReadStream(path, size > 0 ? { end: size - 1 } : {})) {
        hash.update(chunk)
        yield chunk as Buffer
      }
    }
    await archive.stream(`files/${name}`, size, hashed())
    sums[name] = { bytes: size, sha256: hash.digest('hex') }
  }
  return sums
}

async function filesToKeep(folder: string): Promise<string[]> {
  const top = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const settings = top.filter((one) => one.isFile() && /^[\w-]+\.ya?ml$/.test(one.name))
  const lists = await readdir(join(folder, 'lists'), { recursive: true, withFileTypes: true }).catch(() => [])
  return [...settings, ...lists.filter((one) => one.isFile() && !/\.(?:part|tmp)$/.test(one.name))]
    .map((one) => join(one.parentPath, one.name))
    .sort()
}
