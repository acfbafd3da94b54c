import type { Bytes } from './batch.ts'

/**
 * The same bytes, telling how many have passed. Wrap the stored bytes, before `decompress`, so that the figure can
 * be set against the file's size.
 * @param onProgress called with the total so far after each step of `every` bytes, and once at the end
 * @param every bytes between two calls, by default 1 MiB
 */
export async function* withProgress(
  bytes: Bytes,
  onProgress: (bytes: number) => void,
  every = 1024 * 1024,
): AsyncGenerator<Uint8Array, void, undefined> {
  let total = 0
  let told = 0
  for await (const chunk of bytes) {
    total += chunk.length
    if (total - told >= every) {
      told = total
      onProgress(total)
    }
    yield chunk
  }
  onProgress(total)
}
