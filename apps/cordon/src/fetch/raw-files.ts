import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** Raw bytes of lists as they were fetched, each under the SHA-256 of the bytes, packed with gzip. */
export class RawFiles {
  private readonly folder: string

  /** @param folder the list's own */
  constructor(folder: string) {
    this.folder = join(folder, 'raw')
  }

  /** Where the bytes of that hash lie, if they are kept. */
  pathOf(sha256: string): string {
    return join(this.folder, `${sha256}.gz`)
  }

  /** Takes a file in, and gives its new path. A half-written one never has the name. */
  async keep(path: string, sha256: string): Promise<string> {
    await mkdir(this.folder, { recursive: true })
    const target = this.pathOf(sha256)
    const half = `${target}.half`
    // A ZIP gains nothing, but one way to open them all is worth more.
    await pipeline(createReadStream(path), createGzip({ level: 6 }), createWriteStream(half, { mode: 0o600 }))
    await rename(half, target)
    await rm(path, { force: true })
    return target
  }

  /** Removes the oldest beyond `count`, never those named. */
  async prune(count: number, wanted: readonly (string | undefined)[]): Promise<void> {
    const names = await readdir(this.folder).catch(() => [])
    const files = await Promise.all(
      names.map(async (name) => ({
        path: join(this.folder, name),
        at: (await stat(join(this.folder, name))).mtimeMs,
      })),
    )
    const kept = new Set(wanted.flatMap((sha256) => (sha256 ? [this.pathOf(sha256)] : [])))
    const old = files.sort((a, b) => b.at - a.at).slice(count)
    for (const { path } of old) if (!kept.has(path)) await rm(path, { force: true })
  }
}
