import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Database } from './database.ts'

/** What changed in the store. */
export type Change = 'lists' | 'findings' | 'threats' | 'identities' | 'events' | 'progress'
/**
 * Called after the transaction that made the change has committed.
 * @param message what the one who made it said; empty after a broken connection
 */
export type ChangeListener = (change: Change, message: string) => void

const channels: readonly Change[] = ['lists', 'findings', 'threats', 'identities', 'events', 'progress']

const retryAfter = 500

/** Listens on a connection of its own, and again after it broke, until the returned function is called. */
export async function listenForChanges(
  database: Database,
  listener: ChangeListener,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined
  let ended = false
  const listen = async () => {
    const fresh = await database.connect()
    fresh.on('notification', ({ channel, payload = '' }) =>
      listener(channel.replace('cordon_', '') as Change, payload),
    )
    fresh.on('error', () => undefined)
    fresh.once('end', () => {
      if (!ended) relisten()
    })
    for (const channel of channels) await fresh.query(`listen cordon_${channel}`)
    client = fresh
  }
  const relisten = async () => {
    while (!ended) {
      await pause(retryAfter, undefined, { ref: false })
      try {
        await listen()
        for (const channel of channels) listener(channel, '')
        return
      } catch {
        // The server is not back yet.
      }
    }
  }
  await listen()
  return async () => {
    ended = true
    await client?.end()
  }
}
