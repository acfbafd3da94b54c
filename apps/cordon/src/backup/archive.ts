import { createHash } from 'node:crypto'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { CordonError } from '@cordon/model'
import tar from 'tar-stream'
import type { StoredTable } from './stored-tables.ts'

/** The head of a backup: what it is, and from which state of the store's tables. */
export interface BackupHead {
  readonly format: 'cordon-backup'
  readonly formatVersion: 1
  /** The program that made it. */
  readonly program: string
  /** ISO 8601: when the snapshot was taken. */
  readonly takenAt: string
  /** Migrations that had run. */
  readonly steps: readonly string[]
  readonly tables: readonly StoredTable[]
}

/** How much of a table or file there is, and its hash. */
export interface Sum {
  /** Of a table. */
  readonly rows?: number
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
}

/** The end of a backup: by it one knows that nothing is missing. */
export interface BackupSums {
  readonly tables: Readonly<Record<string, Sum>>
  readonly files: Readonly<Record<string, Sum>>
  readonly sequences: Readonly<Record<string, number>>
}

const headName = 'cordon-backup.json'
const sumsName = 'sums.json'
const mostJson = 64 * 2 ** 20

/** Writes the members of a backup, a gzipped tar that any tool unpacks. Its end waits until all is on its way. */
export class ArchiveWriter {
  private readonly pack = tar.pack()
  private readonly written: Promise<void>

  constructor(out: Writable) {
    this.written = pipeline(this.pack, createGzip({ level: 6 }), out)
    // Whoever ends it meets the failure; until then it is not unhandled.
    this.written.catch(() => undefined)
  }

  /** A member whose bytes are here. */
  async bytes(name: string, bytes: Buffer): Promise<void> {
    await new Promise<void>((done, failed) => {
      this.pack.entry({ name, mode: 0o600 }, bytes, (error) => (error ? failed(error) : done()))
      // An output that broke never calls back.
      this.written.catch(failed)
    })
  }

  /** A member that is streamed; its size must be known. */
  async stream(name: string, size: number, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const entry = this.pack.entry({ name, size, mode: 0o600 })
    await Promise.race([pipeline(bytes, entry), this.written])
  }

  head(head: BackupHead): Promise<void> {
    return this.bytes(headName, Buffer.from(JSON.stringify(head, undefined, 1)))
  }

  async end(sums: BackupSums): Promise<void> {
    await this.bytes(sumsName, Buffer.from(JSON.stringify(sums, undefined, 1)))
    this.pack.finalize()
    await this.written
  }
}

/** What takes the parts of a backup as they are read; a check alone needs none of it. */
export interface BackupSink {
  begin(head: BackupHead): Promise<void>
  /** A part of a table's rows, in COPY's text form; parts of one table come one after the other. */
  rows(table: string, bytes: Buffer): Promise<void>
  file(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
}

/**
 * Reads a backup from its first byte to its last and compares every table and file with its hash.
 * @throws CordonError CORDON_BACKUP for what is no backup, or no whole one; its sink may have taken parts by then
 */
export async function readArchive(
  bytes: AsyncIterable<Uint8Array>,
  where: string,
  sink: BackupSink,
): Promise<{ head: BackupHead; sums: BackupSums }> {
  const extract = tar.extract()
  const unpacked = pipeline(bytes, createGunzip(), extract)
  unpacked.catch(() => undefined)
  const found: { head?: BackupHead; sums?: BackupSums } = {}
  const read = new Sums()
  try {
    for await (const entry of extract) {
      const { name } = entry.header
      const stream = entry as unknown as Readable
      if (found.sums) throw damaged(where, 'the end', `${name} after it`)
      if (!found.head) {
        if (name !== headName) throw damaged(where, headName, name)
        found.head = headOf(await jsonOf(stream, where), where)
        await sink.begin(found.head)
      } else if (name === sumsName) found.sums = (await jsonOf(stream, where)) as BackupSums
      else await member(name, stream, read, sink, found.head, where)
    }
    await unpacked
  } catch (error) {
    if (error instanceof CordonError || !isDamage(error)) throw error
    throw damaged(where, 'a whole gzipped tar', (error as Error).message)
  }
  const { head, sums } = found
  if (!head || !sums) throw damaged(where, 'sums.json at its end', 'an end before it')
  compare(sums, read.done(), where)
  return { head, sums }
}

async function member(
  name: string,
  stream: Readable,
  read: Sums,
  sink: BackupSink,
  head: BackupHead,
  where: string,
): Promise<void> {
  const [kind, ...rest] = name.split('/')
  const path = rest.join('/')
  if (kind === 'tables') {
    const table = rest[0] ?? ''
    if (!head.tables.some((one) => one.name === table)) throw damaged(where, 'a table of the head', name)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      read.add('tables', table, chunk)
      await sink.rows(table, chunk)
    }
  } else if (kind === 'files' && isInside(rest)) {
    read.add('files', path, Buffer.alloc(0))
    await sink.file(path, read.passing('files', path, stream))
    stream.resume()
  } else throw damaged(where, 'tables/ and files/', name)
}

/** No part of a path leads out of the folder that it is unpacked in. */
function isInside(parts: readonly string[]): boolean {
  return (
    parts.length > 0 &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\\0:]/.test(part))
  )
}

class Sums {
  private readonly all = { tables: new Map<string, Tally>(), files: new Map<string, Tally>() }

  add(kind: 'tables' | 'files', name: string, chunk: Uint8Array): void {
    const tally = this.all[kind].get(name) ?? { bytes: 0, hash: createHash('sha256') }
    tally.bytes += chunk.length
    tally.hash.update(chunk)
    this.all[kind].set(name, tally)
  }

  async *passing(kind: 'files', name: string, bytes: AsyncIterable<Uint8Array>) {
    for await (const chunk of bytes) {
      this.add(kind, name, chunk)
      yield chunk
    }
  }

  done(): Pick<BackupSums, 'tables' | 'files'> {
    const of = (all: Map<string, Tally>) =>
      Object.fromEntries(
        [...all].map(([name, { bytes, hash }]) => [name, { bytes, sha256: hash.digest('hex') }]),
      )
    return { tables: of(this.all.tables), files: of(this.all.files) }
  }
}

interface Tally {
  bytes: number
  readonly hash: ReturnType<typeof createHash>
}

const emptyHash = createHash('sha256').digest('hex')

function compare(stated: BackupSums, read: Pick<BackupSums, 'tables' | 'files'>, where: string): void {
  for (const kind of ['tables', 'files'] as const)
    for (const name of new Set([...Object.keys(stated[kind]), ...Object.keys(read[kind])])) {
      const expected = stated[kind][name]
      const { bytes, sha256 } = read[kind][name] ?? { bytes: 0, sha256: emptyHash }
      if (!expected || expected.bytes !== bytes || expected.sha256 !== sha256)
        throw damaged(
          where,
          `${kind}/${name} of ${expected?.bytes ?? 0} bytes and its hash`,
          `${bytes} bytes, sha256 ${sha256}`,
        )
    }
}

async function jsonOf(stream: AsyncIterable<Uint8Array>, where: string): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > mostJson) throw damaged(where, `at most ${mostJson} bytes of JSON`, 'more')
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw damaged(where, 'JSON', 'something else')
  }
}

function headOf(value: unknown, where: string): BackupHead {
  const head = value as Partial<BackupHead>
  if (head.format !== 'cordon-backup' || !Array.isArray(head.steps) || !Array.isArray(head.tables))
    throw damaged(where, 'the head of a backup', 'something else')
  if (head.formatVersion !== 1)
    throw new CordonError({
      code: 'CORDON_BACKUP_NEWER',
      expected: 'a backup of form 1',
      found: `form ${String(head.formatVersion)}, made by Cordon ${head.program}`,
      where,
      remedy: 'Restore it with that version or a later one.',
    })
  return head as BackupHead
}

/** Faults of the bytes, against those of whoever takes them. */
function isDamage(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return /^Z_|ERR_STREAM_PREMATURE_CLOSE/.test(code) || /tar header|end of data|premature/i.test(message)
}

function damaged(where: string, expected: string, found: string): CordonError {
  return new CordonError({
    code: 'CORDON_BACKUP',
    expected,
    found,
    where,
    remedy: 'It is no backup of Cordon, or was cut or changed on its way: take another one.',
  })
}
