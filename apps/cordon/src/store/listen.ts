import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Database } from './database.ts'

/** What changed in the store. */
export type Change = 'lists' | 'findings' | 'threats' | 'identities'
/** Called after the transaction that made the change has committed. */
export type ChangeListener = (change: Change) => void

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
    fresh.on('notification', ({ channel }) => listener(channel.replace('cordon_', '') as Change))
    fresh.on('error', () => undefined)
    fresh.once('end', () => {
      if (!ended) relisten()
    })
    await fresh.query('listen cordon_lists')
    await fresh.query('listen cordon_findings')
    await fresh.query('listen cordon_threats')
    await fresh.query('listen cordon_identities')
    client = fresh
  }
  const relisten = async () => {
    while (!ended) {
      await pause(retryAfter, undefined, { ref: false })
      try {
        await listen()
        listener('lists')
        listener('findings')
        listener('threats')
        listener('identities')
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
