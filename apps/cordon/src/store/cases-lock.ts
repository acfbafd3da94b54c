import { createHash } from 'node:crypto'
import type pg from 'pg'

/** A number of its own for the lock, so that nothing else of the database waits. */
const lock = 7_403_219

/**
 * Joining reads what hangs where and writes what follows from it: one transaction at a time does so, in every process. Taken
 * before any row of findings or cases, held until the commit.
 */
export async function lockCases(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [lock])
}

/** A key of any length as 16 bytes for an index. */
export function keyHash(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16)
}

/** Text as a text column can hold it: U+0000 becomes U+FFFD. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd')
}
