import { createHash } from 'node:crypto'
import type { Instant } from '@cordon/model'
import type pg from 'pg'
import { tokenHash } from '../people/tokens.ts'
import { appendAudit } from './audit.ts'

/** How attempts that fail slow the next one down. */
export interface Backoff {
  /** Failures that cost nothing yet. */
  readonly free: number
  /** Milliseconds to wait after the first that does; each further one doubles it. */
  readonly first: number
  readonly most: number
}

/** Against guessing one account's password. At the longest wait a hundred guesses take a day (NIST SP 800-63B-4, 3.2.2). */
export const backoffByName: Backoff = { free: 5, first: 1_000, most: 15 * 60_000 }
/** Against guessing many accounts' from one address, behind which an office may sit. */
export const backoffByAddress: Backoff = { free: 30, first: 1_000, most: 5 * 60_000 }
/** Failures are forgotten after this long without another, milliseconds. */
const forgottenAfter = 24 * 3_600_000

/** What a sign-in at a provider began with. */
export interface SignInFlow {
  readonly state: string
  readonly nonce: string
  /** PKCE (RFC 7636). */
  readonly verifier: string
  /** The page to go to afterwards. */
  readonly returnTo: string
}

/** Attempts to sign in, as a part of the store. */
export interface SignIns {
  /**
   * Counts an attempt before it is looked at, so that many at once don't slip through.
   * @returns milliseconds to wait, 0 where the attempt may go on
   */
  attempt(key: string, backoff: Backoff): Promise<number>
  /** It was no failure: the name's count ends; the address's goes back by this one, since others may share it. */
  succeeded(name: string, address: string): Promise<void>
  /** Records a failure. An account that does not exist is not named: it may be a password in the wrong field. */
  refused(account: string | undefined, detail: Readonly<Record<string, unknown>>): Promise<void>
  keepFlow(token: string, flow: SignInFlow, life: number): Promise<void>
  /** Gives it once. */
  takeFlow(token: string): Promise<SignInFlow | undefined>
}

/** The key of an account's name: hashed, since what is typed there may be a password. */
export function throttleKey(kind: 'name' | 'address', value: string): string {
  return `${kind}:${createHash('sha256').update(value.trim().toLowerCase()).digest('hex').slice(0, 32)}`
}

/** Makes the attempts over a pool. */
export function signInStore(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): SignIns {
  return {
    async attempt(key, { free, first, most }) {
      const at = now()
      const { rows } = await pool.query<{ failures: number }>(
        `insert into sign_in_throttle as t (key, failures, failed_at, until) values ($1, 1, $2, $2)
         on conflict (key) do update set
           failures = case when t.failed_at <= $3 then 1 else t.failures + 1 end,
           failed_at = $2,
           until = case when t.failed_at <= $3 or t.failures + 1 <= $4 then $2
             else $2 + least($6, $5 * power(2, least(t.failures - $4, 30)))::bigint end
         where t.until <= $2
         returning failures`,
        [key, at, at - forgottenAfter, free, first, most],
      )
      if (rows.length > 0) return 0
      const held = await pool.query<{ until: number }>('select until from sign_in_throttle where key = $1', [
        key,
      ])
      return Math.max(1, (held.rows[0]?.until ?? at) - at)
    },
    async succeeded(name, address) {
      await pool.query('delete from sign_in_throttle where key = $1', [name])
      await pool.query(
        'update sign_in_throttle set failures = greatest(0, failures - 1), until = failed_at where key = $1',
        [address],
      )
    },
    refused: (account, detail) =>
      transaction(async (client) => {
        const subject = account === undefined ? 'nobody' : `person:${account}`
        await appendAudit(client, {
          at: now(),
          actor: 'nobody',
          action: 'account.sign-in-refused',
          subject,
          detail,
        })
      }),
    async keepFlow(token, { state, nonce, verifier, returnTo }, life) {
      await pool.query('delete from sign_in_flow where expires_at <= $1', [now()])
      await pool.query(
        `insert into sign_in_flow (hash, state, nonce, verifier, return_to, expires_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [tokenHash(token), state, nonce, verifier, returnTo, now() + life],
      )
    },
    async takeFlow(token) {
      const { rows } = await pool.query<FlowRow>(
        'delete from sign_in_flow where hash = $1 and expires_at > $2 returning state, nonce, verifier, return_to',
        [tokenHash(token), now()],
      )
      const row = rows[0]
      return row && { state: row.state, nonce: row.nonce, verifier: row.verifier, returnTo: row.return_to }
    },
  }
}

interface FlowRow {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly return_to: string
}
