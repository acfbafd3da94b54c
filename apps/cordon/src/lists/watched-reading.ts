import type { Reject } from '@cordon/formats'
import type { Reading } from '@cordon/sources'

/** The same reading, telling of its rejects as they come by. */
export function watched(reading: Reading, onRejects: (rejects: readonly Reject[]) => Promise<void>): Reading {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const batch of reading) {
        if (batch.rejects.length > 0) await onRejects(batch.rejects)
        yield batch
      }
    },
    report: () => reading.report(),
  }
}
