import { pipeline, Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import type { Bytes, Limits } from './batch.ts'
import { InputError } from './input-error.ts'
import { freeExpansionBytes, resolveLimits } from './limits.ts'

/** A file that can be read at any place. */
export interface RandomAccess {
  readonly size: number
  /** Exactly `length` bytes from `at`, or fewer at the end. */
  read(at: number, length: number): Promise<Uint8Array>
}

/** A file in a ZIP archive. */
export interface ZipEntry {
  readonly name: string
  /** Unpacked, as the archive claims. */
  readonly size: number
  readonly packedSize: number
  /** Last written, as the archive says, taken for UTC; in milliseconds. */
  readonly written: number
  readonly method: number
  readonly isEncrypted: boolean
  /** Of its local header. */
  readonly offset: number
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const maxEntries = 200_000
const blockBytes = 256 * 1024

/**
 * What a ZIP archive holds (PKWARE APPNOTE 6.3, ZIP64 included), from its directory; folders are left out.
 * @throws {InputError} `FORMATS_TRUNCATED` where the directory is missing or cut off, `FORMATS_TOO_LARGE` for more than
 *   200,000 files
 */
export async function zipEntries(file: RandomAccess): Promise<ZipEntry[]> {
  const { count, offset, size } = await directoryOf(file)
  if (count > maxEntries)
    throw fault('FORMATS_TOO_LARGE', `at most ${maxEntries} files in an archive`, String(count), 'directory')
  const bytes = Buffer.from(await file.read(offset, size))
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= bytes.length && entries.length < count; ) {
    if (bytes.readUInt32LE(at) !== entrySignature) throw cutOff(`entry ${entries.length} of the directory`)
    const lengths = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place))
    entries.push(entryOf(bytes, at, lengths[0]!, lengths[1]!))
    at += 46 + lengths[0]! + lengths[1]! + lengths[2]!
  }
  if (entries.length < count) throw cutOff('the directory')
  return entries.filter(({ name }) => !name.endsWith('/'))
}

/**
 * The bytes of one file of an archive.
 * @throws {InputError} `FORMATS_UNKNOWN` for an encrypted file or another method than stored and deflated,
 *   `FORMATS_SYNTAX` and `FORMATS_TRUNCATED` where the data are damaged, `FORMATS_RATIO` and `FORMATS_TOO_LARGE` where
 *   it breaks a limit
 */
export async function* openZipEntry(
  file: RandomAccess,
  entry: ZipEntry,
  limits?: Limits,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.isEncrypted)
    throw fault('FORMATS_UNKNOWN', 'a file without a password', 'an encrypted one', entry.name)
  if (entry.method !== 0 && entry.method !== 8)
    throw fault('FORMATS_UNKNOWN', 'a stored or deflated file', `method ${entry.method}`, entry.name)
  const header = Buffer.from(await file.read(entry.offset, 30))
  if (header.length < 30 || header.readUInt32LE(0) !== localSignature) throw cutOff(entry.name)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = stored(file, start, entry)
  const { maxBytes, maxRatio } = resolveLimits(limits)
  let total = 0
  for await (const chunk of entry.method === 0 ? packed : inflated(packed, entry)) {
    total += chunk.length
    if (total > maxBytes) throw fault('FORMATS_TOO_LARGE', `at most ${maxBytes} bytes`, 'more', entry.name)
    if (total > freeExpansionBytes && total > maxRatio * entry.packedSize)
      throw fault(
        'FORMATS_RATIO',
        `at most ${maxRatio} bytes out of each compressed byte`,
        'more',
        entry.name,
      )
    yield chunk
  }
}

async function directoryOf(file: RandomAccess): Promise<{ count: number; offset: number; size: number }> {
  const length = Math.min(file.size, 65_557)
  const tail = Buffer.from(await file.read(file.size - length, length))
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature) continue
    const found = {
      count: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    }
    const isBig = found.count === 0xffff || found.size === 0xffffffff || found.offset === 0xffffffff
    return isBig && at >= 20 ? big(file, tail, at) : found
  }
  throw cutOff('the end of the archive')
}

async function big(file: RandomAccess, tail: Buffer, end: number) {
  const at = Number(tail.readBigUInt64LE(end - 20 + 8))
  const record = Buffer.from(await file.read(at, 56))
  if (record.length < 56 || record.readUInt32LE(0) !== end64Signature) throw cutOff('the end of the archive')
  return {
    count: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  }
}

function entryOf(bytes: Buffer, at: number, nameLength: number, extraLength: number): ZipEntry {
  const isUtf8 = (bytes.readUInt16LE(at + 8) & 0x800) !== 0
  const sizes = {
    size: bytes.readUInt32LE(at + 24),
    packedSize: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
  }
  widen(sizes, bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength))
  return {
    name: bytes.toString(isUtf8 ? 'utf8' : 'latin1', at + 46, at + 46 + nameLength),
    ...sizes,
    written: dosTime(bytes.readUInt16LE(at + 14), bytes.readUInt16LE(at + 12)),
    method: bytes.readUInt16LE(at + 10),
    isEncrypted: (bytes.readUInt16LE(at + 8) & 1) !== 0,
  }
}

/** Sizes that 32 bits can't hold stand in the ZIP64 extra field, in this order. */
function widen(sizes: { size: number; packedSize: number; offset: number }, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let place = at + 4
    for (const key of ['size', 'packedSize', 'offset'] as const)
      if (sizes[key] === 0xffffffff && place + 8 <= extra.length) {
        sizes[key] = Number(extra.readBigUInt64LE(place))
        place += 8
      }
  }
}

function dosTime(date: number, time: number): number {
  const day = [1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31] as const
  return Date.UTC(...day, time >> 11, (time >> 5) & 63, (time & 31) * 2)
}

async function* stored(file: RandomAccess, start: number, entry: ZipEntry): Unpacked {
  for (let done = 0; done < entry.packedSize; ) {
    const chunk = await file.read(start + done, Math.min(blockBytes, entry.packedSize - done))
    if (chunk.length === 0) throw cutOff(entry.name)
    done += chunk.length
    yield chunk
  }
}

type Unpacked = AsyncGenerator<Uint8Array, void, undefined>

async function* inflated(bytes: Bytes, entry: ZipEntry): Unpacked {
  const engine = createInflateRaw({ chunkSize: blockBytes })
  pipeline(Readable.from(bytes), engine, () => {
    // The iteration below meets the same error.
  })
  try {
    for await (const chunk of engine) yield chunk as Uint8Array
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'Z_BUF_ERROR') throw cutOff(entry.name)
    if (code.startsWith('Z_'))
      throw fault('FORMATS_SYNTAX', 'sound deflate data', (error as Error).message, entry.name)
    throw error
  }
}

function cutOff(where: string): InputError {
  return fault('FORMATS_TRUNCATED', 'a whole ZIP archive', 'one that is damaged or cut off', where)
}

function fault(
  code: 'FORMATS_TRUNCATED' | 'FORMATS_SYNTAX' | 'FORMATS_UNKNOWN' | 'FORMATS_RATIO' | 'FORMATS_TOO_LARGE',
  expected: string,
  found: string,
  where: string,
): InputError {
  return new InputError(code, {
    expected,
    found,
    where,
    remedy: 'Unpack the archive another way, or fetch it again.',
  })
}
