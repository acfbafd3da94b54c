import { CordonError, type Instant } from '@cordon/model'
import type pg from 'pg'
import { newToken, tokenHash } from '../people/tokens.ts'
import { type Account, type Accounts, addAccount, lockedAccount, setPassword } from './accounts.ts'
import { appendAudit } from './audit.ts'

const hour = 3_600_000
/** Milliseconds that a one-time link works: for the first account, and for setting a password. */
export const linkLife = { first: 24 * hour, account: 72 * hour } as const

/** One-time links as a part of the store. */
export interface AccountLinks {
  /** A new link to make the first account; its token is nowhere kept. */
  makeFirst(): Promise<string>
  /** A new link for a person to set their password; former ones of theirs work no more. */
  makeFor(name: string, who: string): Promise<string>
  /** What a link is for; undefined where it was used, ran out or never was. */
  find(token: string): Promise<{ readonly account?: string } | undefined>
  /**
   * Uses a link up: makes the first account (an administrator), or sets the password of the link's account.
   * @param given `name` and `display` count for the first account only
   * @throws CordonError CORDON_LINK_USED
   */
  use(token: string, given: { name: string; display: string; password: string }): Promise<Account>
}

/** Makes the links over a pool. */
export function accountLinks(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  accounts: Accounts,
  now: () => Instant,
): AccountLinks {
  const insert = async (client: pg.Pool | pg.ClientBase, account: string | null, life: number) => {
    const token = newToken()
    await client.query(
      'insert into account_link (hash, account, created_at, expires_at) values ($1, $2, $3::bigint, $3::bigint + $4)',
      [tokenHash(token), account, now(), life],
    )
    return token
  }
  return {
    async makeFirst() {
      await pool.query('delete from account_link where expires_at <= $1', [now()])
      return insert(pool, null, linkLife.first)
    },
    makeFor: (name, who) =>
      transaction(async (client) => {
        await client.query('delete from account_link where account = $1', [name])
        const token = await insert(client, name, linkLife.account)
        await appendAudit(client, {
          at: now(),
          actor: who,
          action: 'account.link',
          subject: `person:${name}`,
          detail: {},
        })
        return token
      }),
    async find(token) {
      const { rows } = await pool.query<{ account: string | null }>(
        'select account from account_link where hash = $1 and expires_at > $2',
        [tokenHash(token), now()],
      )
      const found = rows[0]
      if (!found || (found.account === null && (await accounts.any()))) return undefined
      return found.account === null ? {} : { account: found.account }
    },
    use: (token, { name, display, password }) =>
      transaction(async (client) => {
        // Of two that come at once the second waits, and finds the link gone.
        await client.query('lock table account_link in share row exclusive mode')
        const { rows } = await client.query<{ account: string | null }>(
          'delete from account_link where hash = $1 and expires_at > $2 returning account',
          [tokenHash(token), now()],
        )
        const link = rows[0]
        if (!link) throw used()
        if (link.account !== null) {
          await setPassword(client, link.account, password, `person:${link.account}`, now())
          return lockedAccount(client, link.account)
        }
        if ((await client.query('select 1 from account limit 1')).rows.length > 0) throw used()
        await client.query('delete from account_link')
        const first = { name, display, password, role: 'administrator' as const }
        return addAccount(client, first, 'set-up', now())
      }),
  }
}

function used(): CordonError {
  return new CordonError({
    code: 'CORDON_LINK_USED',
    expected: 'a link that was not used yet',
    found: 'one that was used, has run out, or was never given',
    where: 'link',
    remedy: 'Ask an administrator for a new one, or run `cordon accounts link` on the machine.',
  })
}
