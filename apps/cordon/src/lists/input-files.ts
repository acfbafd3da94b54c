import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Bytes } from '@cordon/formats'
import { CordonError, type Instant } from '@cordon/model'
import type { InputFile } from '@cordon/sources'

/** Blocks of this size keep the number of asynchronous steps low. */
const blockBytes = 512 * 1024

/**
 * The bytes of a file, or of standard input for `-`.
 * @throws CordonError where there is no such file
 */
export async function openBytes(path: string): Promise<Bytes> {
  return path === '-' ? standardInput() : (await inputFile(path)).open()
}

/** Opened only when it is read, so that a command that fails before does not wait for its end. */
async function* standardInput(): AsyncGenerator<Uint8Array, void, undefined> {
  yield* process.stdin as AsyncIterable<Uint8Array>
}

/** A file on disk, with when it was last written: as near as can be known to when it was fetched. */
export interface DiskFile extends InputFile {
  readonly written: Instant
}

/**
 * A file as the readers take it.
 * @throws CordonError where it is not there, or no file
 */
export async function inputFile(path: string): Promise<DiskFile> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new CordonError(
      {
        code: 'CORDON_NO_FILE',
        expected: 'a file that can be read',
        found: error.code === 'ENOENT' ? 'no such file' : error.message,
        where: path,
        remedy: 'Check the path; relative paths start at the current folder.',
      },
      { cause: error },
    )
  })
  if (found.isDirectory())
    throw new CordonError({
      code: 'CORDON_NO_FILE',
      expected: 'a file',
      found: 'a folder',
      where: path,
      remedy: 'Name the files in it.',
    })
  return {
    name: basename(path),
    open: () => createReadStream(path, { highWaterMark: blockBytes }),
    written: Math.round(found.mtimeMs),
    ...(found.isFile() && { size: found.size }),
  }
}

/**
 * Standard input as a file: readers look at its beginning before they read it, so it is kept on disk meanwhile.
 * @returns the path of the copy, and what removes it
 */
export async function spoolStandardInput(): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-'))
  const path = join(folder, 'standard-input')
  await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 }))
  return { path, remove: () => rm(folder, { recursive: true, force: true }) }
}
