import type { Instant } from '@cordon/model'
import type pg from 'pg'
import type { Role } from '../people/permissions.ts'
import { newToken, tokenHash } from '../people/tokens.ts'
import { appendAudit } from './audit.ts'

/** How long a session lasts, milliseconds. */
export interface SessionLimits {
  /** Without anything done by the person. */
  readonly idle: number
  /** Whatever is done. */
  readonly absolute: number
}

/** A session that is in force, and whose it is. */
export interface LiveSession {
  readonly account: string
  readonly display: string
  readonly role: Role
  readonly expiresAt: Instant
}

/** Where a session began. */
export interface SessionPlace {
  readonly address: string
  /** The browser's own name of itself. */
  readonly agent: string
}

/** A session as its owner sees it. `id` is a part of the hash, enough to tell it from others. */
export interface SessionView extends SessionPlace {
  readonly id: string
  readonly createdAt: Instant
  readonly seenAt: Instant
}

/** Sessions as a part of the store. A token is known to the browser alone; here is its hash. */
export interface Sessions {
  /** Begins one, ends the one that the browser had, and records the sign-in. */
  begin(
    account: string,
    place: SessionPlace,
    options: { limits: SessionLimits; former?: string | undefined; how: string },
  ): Promise<{ readonly token: string; readonly expiresAt: Instant }>
  /**
   * The session of a token, where it is in force and its account not disabled.
   * @param activity milliseconds since the person last did something; undefined for a request that they did not make
   */
  live(token: string, limits: SessionLimits, activity: number | undefined): Promise<LiveSession | undefined>
  list(account: string, limits: SessionLimits): Promise<SessionView[]>
  end(token: string): Promise<void>
  /** Ends all of a person; gives how many. */
  endAll(account: string, who: string): Promise<number>
}

/** Activity is written at most this often, milliseconds. */
const grain = 30_000

interface LiveRow {
  readonly account: string
  readonly display: string
  readonly role: Role
  readonly seen_at: number
  readonly expires_at: number
}

/** Makes the sessions over a pool. */
export function sessionStore(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): Sessions {
  return {
    begin: (account, { address, agent }, { limits, former, how }) =>
      transaction(async (client) => {
        const [token, at] = [newToken(), now()]
        await client.query('delete from session where hash = $1 or expires_at <= $2 or seen_at <= $3', [
          former === undefined ? '' : tokenHash(former),
          at,
          at - limits.idle,
        ])
        const expiresAt = at + limits.absolute
        await client.query(
          `insert into session (hash, account, created_at, seen_at, expires_at, address, agent)
           values ($1, $2, $3, $3, $4, $5, $6)`,
          [tokenHash(token), account, at, expiresAt, address, agent.slice(0, 300)],
        )
        await client.query('update account set signed_in_at = $2 where name = $1', [account, at])
        const actor = `person:${account}`
        await appendAudit(client, {
          at,
          actor,
          action: 'account.sign-in',
          subject: actor,
          detail: { how, address },
        })
        return { token, expiresAt }
      }),
    async live(token, limits, activity) {
      const hash = tokenHash(token)
      const { rows } = await pool.query<LiveRow>(
        `select s.account, a.display, a.role, s.seen_at, s.expires_at
         from session s join account a on a.name = s.account where s.hash = $1 and not a.disabled`,
        [hash],
      )
      const [row, at] = [rows[0], now()]
      if (!row || at >= row.expires_at || at >= row.seen_at + limits.idle) return undefined
      const acted = activity === undefined ? 0 : at - Math.max(0, activity)
      if (acted >= row.seen_at + grain)
        await pool.query('update session set seen_at = greatest(seen_at, $2) where hash = $1', [hash, acted])
      return { account: row.account, display: row.display, role: row.role, expiresAt: row.expires_at }
    },
    async list(account, limits) {
      const { rows } = await pool.query<SessionRow>(
        `select hash, created_at, seen_at, address, agent from session
         where account = $1 and expires_at > $2 and seen_at > $3 order by seen_at desc`,
        [account, now(), now() - limits.idle],
      )
      return rows.map(({ hash, created_at, seen_at, address, agent }) => ({
        id: hash.slice(0, 12),
        createdAt: created_at,
        seenAt: seen_at,
        address,
        agent,
      }))
    },
    end: (token) =>
      transaction(async (client) => {
        const { rows } = await client.query<{ account: string }>(
          'delete from session where hash = $1 returning account',
          [tokenHash(token)],
        )
        const actor = `person:${rows[0]?.account}`
        if (rows[0])
          await appendAudit(client, {
            at: now(),
            actor,
            action: 'account.sign-out',
            subject: actor,
            detail: {},
          })
      }),
    endAll: (account, who) =>
      transaction(async (client) => {
        const { rowCount } = await client.query('delete from session where account = $1', [account])
        const subject = `person:${account}`
        const detail = { sessions: rowCount ?? 0 }
        await appendAudit(client, {
          at: now(),
          actor: who,
          action: 'account.sign-out-everywhere',
          subject,
          detail,
        })
        return rowCount ?? 0
      }),
  }
}

interface SessionRow {
  readonly hash: string
  readonly created_at: number
  readonly seen_at: number
  readonly address: string
  readonly agent: string
}
