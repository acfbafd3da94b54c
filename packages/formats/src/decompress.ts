import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Bytes, Limits } from './batch.ts'
import { InputError } from './input-error.ts'
import { freeExpansionBytes, resolveLimits } from './limits.ts'

const blockBytes = 128 * 1024

/**
 * The bytes of a file, unpacked where they are gzip (RFC 1952, several members in a row included) and passed
 * through where they are not. Holds a few blocks at a time, whatever the file claims to be.
 * @throws {InputError} `FORMATS_TRUNCATED` where a gzip ends too early, `FORMATS_SYNTAX` where it is damaged or
 *   followed by something else, `FORMATS_RATIO` and `FORMATS_TOO_LARGE` where it breaks a limit, `FORMATS_UNKNOWN`
 *   for archives that are not gzip
 */
export async function* decompress(
  bytes: Bytes,
  limits?: Limits,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { maxBytes, maxRatio } = resolveLimits(limits)
  const stored = { bytes: 0 }
  const { head, rest } = await split(bytes, 6, stored)
  refuseArchives(head)
  const source = isGzip(head) ? gunzip(rest, stored) : rest
  let total = 0
  for await (const chunk of source) {
    total += chunk.length
    if (total > maxBytes) throw tooLarge(maxBytes)
    if (source !== rest && total > freeExpansionBytes && total > maxRatio * stored.bytes)
      throw new InputError('FORMATS_RATIO', {
        expected: `at most ${maxRatio} bytes out of each compressed byte`,
        found: `${total} bytes out of ${stored.bytes}`,
        where: `byte ${total} after decompression`,
        remedy:
          'This looks like a decompression bomb. If the file is sound, unpack it first or raise maxRatio.',
      })
    yield chunk
  }
}

/** The first bytes of an input, and the whole of it as an iterable again. */
async function split(bytes: Bytes, wanted: number, stored: { bytes: number }) {
  const iterator = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  while (length < wanted) {
    const step = await iterator.next()
    if (step.done) break
    first.push(step.value)
    length += step.value.length
  }
  async function* whole(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (const chunk of first) {
        stored.bytes += chunk.length
        yield chunk
      }
      first.length = 0
      for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
        stored.bytes += step.value.length
        yield step.value
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { head: Buffer.concat(first, Math.min(length, wanted)), rest: whole() }
}

async function* gunzip(bytes: Bytes, stored: { bytes: number }): AsyncGenerator<Uint8Array, void, undefined> {
  const engine = createGunzip({ chunkSize: blockBytes })
  pipeline(Readable.from(bytes), engine, () => {
    // The iteration below meets the same error.
  })
  try {
    for await (const chunk of engine) yield chunk as Uint8Array
  } catch (error) {
    throw asInputError(error, engine.bytesWritten)
  }
  if (engine.bytesWritten < stored.bytes)
    throw new InputError('FORMATS_SYNTAX', {
      expected: 'the end of the gzip data, or another gzip member',
      found: `${stored.bytes - engine.bytesWritten} other bytes`,
      where: `stored byte ${engine.bytesWritten}`,
      remedy: 'The file has something appended to it; fetch it again.',
    })
}

function asInputError(error: unknown, at: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'Z_BUF_ERROR')
    return new InputError(
      'FORMATS_TRUNCATED',
      {
        expected: 'a whole gzip file',
        found: 'its end in the middle of the compressed data',
        where: `stored byte ${at}`,
        remedy: 'The download broke off; fetch the file again.',
      },
      { cause: error },
    )
  if (typeof code === 'string' && code.startsWith('Z_'))
    return new InputError(
      'FORMATS_SYNTAX',
      {
        expected: 'sound gzip data',
        found: (error as Error).message,
        where: `stored byte ${at}`,
        remedy: 'The file is damaged; fetch it again.',
      },
      { cause: error },
    )
  return error
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

const archives: readonly (readonly [name: string, magic: readonly number[]])[] = [
  ['a ZIP archive', [0x50, 0x4b, 0x03, 0x04]],
  ['an empty ZIP archive', [0x50, 0x4b, 0x05, 0x06]],
  ['a Zstandard file', [0x28, 0xb5, 0x2f, 0xfd]],
  ['an xz file', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['a bzip2 file', [0x42, 0x5a, 0x68]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
]

function refuseArchives(head: Uint8Array): void {
  const archive = archives.find(([, magic]) => magic.every((byte, i) => head[i] === byte))
  if (!archive) return
  throw new InputError('FORMATS_UNKNOWN', {
    expected: 'a plain or gzip-compressed file',
    found: archive[0],
    where: 'byte 0',
    remedy: 'Unpack it and give the file that was in it.',
  })
}

function tooLarge(maxBytes: number): InputError {
  return new InputError('FORMATS_TOO_LARGE', {
    expected: `at most ${maxBytes} bytes`,
    found: 'more',
    where: `byte ${maxBytes}`,
    remedy: 'If a file of this size is meant, raise maxBytes.',
  })
}
