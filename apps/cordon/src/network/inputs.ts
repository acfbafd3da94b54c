import { createReadStream } from 'node:fs'
import { type FileHandle, open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Bytes, decompress, openZipEntry, type RandomAccess, zipEntries } from '@cordon/formats'
import { CordonError, type Instant } from '@cordon/model'

/** One log to be read: a file, a file in an archive, or standard input. */
export interface LogInput {
  /** As records name it. */
  readonly name: string
  /** Unpacked. `count` is told how many stored bytes were read. */
  open(count: (bytes: number) => void): AsyncIterable<Uint8Array>
  /** When it was written: the year of times that lack one. */
  readonly written?: Instant
  /** Stored bytes. */
  readonly size: number
}

const blockBytes = 512 * 1024
/** Files that systems put beside others. */
const ignored = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/

/**
 * The logs below paths: files, folders with all that is in them, ZIP archives with all that is in them; in order of name.
 * Gzip is unpacked on the way, inside of archives too.
 * @throws CordonError where a path does not exist
 */
export async function* logInputs(paths: readonly string[]): AsyncGenerator<LogInput, void, undefined> {
  for (const path of paths) {
    if (path === '-') {
      yield { name: 'standard input', size: 0, open: (count) => decompress(counted(process.stdin, count)) }
      continue
    }
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw new CordonError(
        {
          code: 'CORDON_NO_FILE',
          expected: 'a file or folder of logs',
          found: error.code === 'ENOENT' ? 'nothing there' : error.message,
          where: path,
          remedy: 'Check the path; relative paths start at the current folder.',
        },
        { cause: error },
      )
    })
    if (found.isDirectory()) yield* below(path)
    else yield* fileOrArchive(path, found.size, Math.round(found.mtimeMs))
  }
}

async function* below(folder: string): AsyncGenerator<LogInput, void, undefined> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (ignored.test(`/${entry.name}`)) continue
    if (entry.isDirectory()) yield* below(path)
    else if (entry.isFile()) {
      const { size, mtimeMs } = await stat(path)
      if (size > 0) yield* fileOrArchive(path, size, Math.round(mtimeMs))
    }
  }
}

async function* fileOrArchive(path: string, size: number, written: Instant): AsyncGenerator<LogInput> {
  if (await isZip(path)) yield* archived(path)
  else
    yield {
      name: path,
      size,
      written,
      open: (count) => decompress(counted(createReadStream(path, { highWaterMark: blockBytes }), count)),
    }
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.readUInt32BE(0) === 0x504b0304
  } finally {
    await file.close()
  }
}

async function* archived(path: string): AsyncGenerator<LogInput, void, undefined> {
  const listing = await open(path, 'r')
  let entries: Awaited<ReturnType<typeof zipEntries>>
  try {
    entries = await zipEntries(await randomAccess(listing))
  } finally {
    await listing.close()
  }
  for (const entry of entries) {
    if (ignored.test(`/${entry.name}`)) continue
    yield {
      name: `${basename(path)}/${entry.name}`,
      size: entry.packedSize,
      written: entry.written,
      async *open(count) {
        const file = await open(path, 'r')
        try {
          const access = await randomAccess(file)
          const unpacked = openZipEntry(
            {
              size: access.size,
              async read(at, length) {
                const bytes = await access.read(at, length)
                count(bytes.length)
                return bytes
              },
            },
            entry,
          )
          yield* decompress(unpacked)
        } finally {
          await file.close()
        }
      },
    }
  }
}

async function randomAccess(file: FileHandle): Promise<RandomAccess> {
  const { size } = await file.stat()
  return {
    size,
    async read(at, length) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
      return buffer.subarray(0, bytesRead)
    },
  }
}

async function* counted(
  bytes: Bytes,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of bytes) {
    count(chunk.length)
    yield chunk
  }
}
