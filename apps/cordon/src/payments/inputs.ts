import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { decompress } from '@cordon/formats'
import { CordonError } from '@cordon/model'
import { openBytes } from '../lists/input-files.ts'

/** The files that an input means: itself, or every file below a folder in the order of their paths. `-` is standard input. */
export async function paymentFiles(input: string): Promise<string[]> {
  if (input === '-') return [input]
  const found = await stat(input).catch(() => undefined)
  if (!found?.isDirectory()) return [input]
  const entries = await readdir(input, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  if (files.length > 0) return files
  throw new CordonError({
    code: 'CORDON_NO_FILE',
    expected: 'a folder with messages',
    found: 'an empty one',
    where: input,
    remedy: 'Name a folder that holds MT or ISO 20022 files.',
  })
}

/**
 * Bytes of a file of messages, plain or gzip.
 * @param pace counts them as they are read, packed as they are
 */
export async function paymentBytes(
  path: string,
  pace?: { count(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> },
): Promise<AsyncIterable<Uint8Array>> {
  const bytes = await openBytes(path)
  return decompress(pace ? pace.count(bytes) : bytes)
}
