import type { Instant } from '@cordon/model'
import type pg from 'pg'
import { appendAudit } from './audit.ts'

/** What a deployment sets for everyone. */
export interface Settings {
  /** From this score on an answer of `/match` is a match, where the caller names none. 0 to 1. */
  readonly matchThreshold: number
  /** Below this score `/match` leaves an answer out, where the caller names none. 0 to 1. */
  readonly matchCutoff: number
}

/** What holds until someone sets it otherwise; yente's own values. */
export const usualSettings: Settings = { matchThreshold: 0.7, matchCutoff: 0.5 }

/** Settings as a part of the store. */
export interface SettingsStore {
  get(): Promise<Settings>
  /** Changes some of them; what was and what is goes to the audit log in the same transaction. */
  set(changes: Partial<Settings>, who: string): Promise<Settings>
}

/** Makes the settings over a pool. */
export function settingsStore(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): SettingsStore {
  const read = async (client: pg.Pool | pg.ClientBase): Promise<Settings> => {
    const { rows } = await client.query<{ name: string; value: unknown }>('select name, value from setting')
    const stored = rows.filter(({ name }) => name in usualSettings).map(({ name, value }) => [name, value])
    return { ...usualSettings, ...Object.fromEntries(stored) }
  }
  return {
    get: () => read(pool),
    set: (changes, who) =>
      transaction(async (client) => {
        await client.query('lock table setting in share row exclusive mode')
        const former = await read(client)
        const at = now()
        const changed = (Object.keys(changes) as (keyof Settings)[]).filter(
          (name) => changes[name] !== undefined && changes[name] !== former[name],
        )
        for (const name of changed)
          await client.query(
            `insert into setting (name, value, at, who) values ($1, $2, $3, $4)
             on conflict (name) do update set value = excluded.value, at = excluded.at, who = excluded.who`,
            [name, JSON.stringify(changes[name]), at, who],
          )
        for (const name of changed)
          await appendAudit(client, {
            at,
            actor: who,
            action: 'settings.set',
            subject: name,
            detail: { from: former[name], to: changes[name] },
          })
        return { ...former, ...changes }
      }),
  }
}
