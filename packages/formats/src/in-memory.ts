import type { Bytes } from './batch.ts'

/** Bytes of a text or a buffer in pieces of `size` bytes: for examples and tests of how readers meet block ends. */
export async function* bytesOf(
  content: string | Uint8Array,
  size = 64 * 1024,
): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** All records and rejects of a reading, in memory: for examples, tests and small files. */
export async function collect<T, R>(
  reading: AsyncIterable<{ readonly records: readonly T[]; readonly rejects: readonly R[] }>,
): Promise<{ records: T[]; rejects: R[] }> {
  const all = { records: [] as T[], rejects: [] as R[] }
  for await (const batch of reading) {
    for (const record of batch.records) all.records.push(record)
    for (const reject of batch.rejects) all.rejects.push(reject)
  }
  return all
}

/** All bytes of an input in one piece. */
export async function gather(bytes: Bytes): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of bytes) parts.push(chunk)
  return Buffer.concat(parts)
}
