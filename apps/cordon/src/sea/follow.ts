import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { CordonError } from '@cordon/model'

const pollMs = 250
const blockBytes = 512 * 1024

/**
 * A file from its beginning, and on as it grows. A file that became shorter was begun anew: it is read from its beginning.
 * @param isOver asked when all was read: whether nothing more comes, so that what stands there then is read and it ends
 * @throws CordonError CORDON_NO_FILE
 */
export async function* follow(
  path: string,
  signal: AbortSignal | undefined,
  isOver: () => Promise<boolean> = async () => false,
): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await openToFollow(path)
  try {
    const block = Buffer.alloc(blockBytes)
    let over = false
    for (let at = 0; !signal?.aborted; ) {
      const { size } = await file.stat()
      if (size < at) at = 0
      const { bytesRead } = await file.read(block, 0, blockBytes, at)
      at += bytesRead
      if (bytesRead > 0) yield Uint8Array.from(block.subarray(0, bytesRead))
      else if (over) return
      else if (await isOver()) over = true
      else await sleep(pollMs, undefined, signal ? { signal } : {}).catch(() => {})
    }
  } finally {
    await file.close()
  }
}

function openToFollow(path: string): Promise<FileHandle> {
  return open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new CordonError(
      {
        code: 'CORDON_NO_FILE',
        expected: 'a file that can be followed',
        found: error.code === 'ENOENT' ? 'no such file' : error.message,
        where: path,
        remedy: 'Check the path; relative paths start at the current folder.',
      },
      { cause: error },
    )
  })
}
