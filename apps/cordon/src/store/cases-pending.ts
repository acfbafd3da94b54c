import type { Finding, Instant } from '@cordon/model'
import type pg from 'pg'
import { joinIntoCases } from './cases-join.ts'
import { lockCases } from './cases-lock.ts'

const atOnce = 1_000

/**
 * Joins findings that are in no case: those that were stored before there were cases. Each part is a transaction, so that
 * a process that is stopped leaves whole cases, and the next one goes on.
 * @returns how many were joined
 */
export async function joinPending(
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
  onProgress: (joined: number) => void = () => {},
): Promise<number> {
  let joined = 0
  for (;;) {
    const part = await transaction(async (client) => {
      await lockCases(client)
      const { rows } = await client.query<{ arrival: number; body: string }>(
        `select arrival, body from finding f
         where not exists (select 1 from case_finding c where c.finding_id = f.id) order by arrival limit ${atOnce}`,
      )
      const arrived = rows.map(({ arrival, body }) => ({ arrival, finding: JSON.parse(body) as Finding }))
      if (arrived.length > 0) await joinIntoCases(client, arrived, now())
      return arrived.length
    })
    if (part === 0) return joined
    joined += part
    onProgress(joined)
  }
}
