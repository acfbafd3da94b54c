import { timingSafeEqual } from 'node:crypto'
import { CordonError, type Instant } from '@cordon/model'
import type pg from 'pg'
import { isPermission, type Permission, permissionsOf, type Role } from '../people/permissions.ts'
import { keyId, newKey, tokenHash } from '../people/tokens.ts'
import { appendAudit } from './audit.ts'

/** A key as it is shown: never the key itself. */
export interface ApiKey {
  readonly id: string
  readonly title: string
  /** The account that it acts for; absent for one that the command line made. */
  readonly owner?: string
  readonly scopes: readonly Permission[]
  readonly createdAt: Instant
  readonly createdBy: string
  readonly expiresAt?: Instant
  readonly usedAt?: Instant
  readonly revokedAt?: Instant
}

/** A key in force: what it may do is what it was given and its owner may do still. */
export interface LiveKey {
  readonly id: string
  readonly owner?: string
  readonly permissions: ReadonlySet<Permission>
}

/** What a key is made with. */
export interface NewKey {
  readonly title: string
  readonly scopes: readonly Permission[]
  readonly owner?: string
  readonly expiresAt?: Instant
}

/** API keys as a part of the store. Each change is in the audit log. */
export interface ApiKeys {
  /** @returns the key's text, which nobody can see again */
  create(key: NewKey, who: string): Promise<{ readonly key: ApiKey; readonly text: string }>
  /** Latest first. @param owner only theirs */
  list(owner?: string): Promise<ApiKey[]>
  get(id: string): Promise<ApiKey | undefined>
  /** Takes scopes away; none can be added. @throws CordonError CORDON_KEY_UNKNOWN, CORDON_KEY_WIDER */
  narrow(id: string, scopes: readonly Permission[], who: string): Promise<ApiKey>
  /** For ever. @throws CordonError CORDON_KEY_UNKNOWN */
  revoke(id: string, who: string): Promise<ApiKey>
  /** The key of a text, where it is in force. */
  live(text: string): Promise<LiveKey | undefined>
}

interface KeyRow {
  readonly id: string
  readonly hash: string
  readonly title: string
  readonly owner: string | null
  readonly scopes: readonly string[]
  readonly created_at: number
  readonly created_by: string
  readonly expires_at: number | null
  readonly used_at: number | null
  readonly revoked_at: number | null
}

/** Use is written at most this often, milliseconds. */
const grain = 60_000

/** Makes the keys over a pool. */
export function apiKeyStore(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): ApiKeys {
  const change = (
    id: string,
    who: string,
    action: string,
    work: (client: pg.ClientBase, row: KeyRow) => Promise<Record<string, unknown>>,
  ) =>
    transaction(async (client) => {
      const { rows } = await client.query<KeyRow>('select * from api_key where id = $1 for update', [id])
      if (!rows[0])
        throw fault(
          'CORDON_KEY_UNKNOWN',
          'the id of a key',
          `"${id.slice(0, 40)}"`,
          'See `cordon keys list`.',
        )
      const detail = await work(client, rows[0])
      await appendAudit(client, { at: now(), actor: who, action, subject: `key:${id}`, detail })
      return toKey((await client.query<KeyRow>('select * from api_key where id = $1', [id])).rows[0]!)
    })
  return {
    create: ({ title, scopes, owner, expiresAt }, who) =>
      transaction(async (client) => {
        const { id, text } = newKey()
        const { rows } = await client.query<KeyRow>(
          `insert into api_key (id, hash, title, owner, scopes, created_at, created_by, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8) returning *`,
          [id, tokenHash(text), title, owner ?? null, JSON.stringify(scopes), now(), who, expiresAt ?? null],
        )
        const detail = {
          title,
          scopes,
          ...(owner && { owner }),
          ...(expiresAt !== undefined && { expiresAt }),
        }
        await appendAudit(client, {
          at: now(),
          actor: who,
          action: 'key.create',
          subject: `key:${id}`,
          detail,
        })
        return { key: toKey(rows[0]!), text }
      }),
    async list(owner) {
      const { rows } = await pool.query<KeyRow>(
        `select * from api_key ${owner === undefined ? '' : 'where owner = $1'} order by created_at desc, id`,
        owner === undefined ? [] : [owner],
      )
      return rows.map(toKey)
    },
    async get(id) {
      const { rows } = await pool.query<KeyRow>('select * from api_key where id = $1', [id])
      return rows[0] && toKey(rows[0])
    },
    narrow: (id, scopes, who) =>
      change(id, who, 'key.narrow', async (client, row) => {
        const wider = scopes.filter((scope) => !row.scopes.includes(scope))
        if (wider.length > 0)
          throw fault(
            'CORDON_KEY_WIDER',
            `scopes among ${row.scopes.join(', ')}`,
            wider.join(', '),
            'Make a new key for more.',
          )
        await client.query('update api_key set scopes = $2 where id = $1', [id, JSON.stringify(scopes)])
        return { from: row.scopes, to: scopes }
      }),
    revoke: (id, who) =>
      change(id, who, 'key.revoke', async (client) => {
        await client.query('update api_key set revoked_at = coalesce(revoked_at, $2) where id = $1', [
          id,
          now(),
        ])
        return {}
      }),
    async live(text) {
      const id = keyId(text)
      if (!id) return undefined
      const { rows } = await pool.query<KeyRow & { role: Role | null; disabled: boolean | null }>(
        `select k.*, a.role, a.disabled from api_key k left join account a on a.name = k.owner where k.id = $1`,
        [id],
      )
      const [row, at] = [rows[0], now()]
      const fits = row !== undefined && timingSafeEqual(Buffer.from(row.hash), Buffer.from(tokenHash(text)))
      if (
        !fits ||
        row.revoked_at !== null ||
        row.disabled ||
        (row.expires_at !== null && at >= row.expires_at)
      )
        return undefined
      if (at >= (row.used_at ?? 0) + grain)
        await pool.query('update api_key set used_at = greatest(coalesce(used_at, 0), $2) where id = $1', [
          id,
          at,
        ])
      const ofOwner = row.role ? permissionsOf(row.role) : undefined
      const granted = toKey(row).scopes.filter((scope) => ofOwner?.has(scope) ?? true)
      return { id, ...(row.owner && { owner: row.owner }), permissions: new Set(granted) }
    },
  }
}

function toKey(row: KeyRow): ApiKey {
  return {
    id: row.id,
    title: row.title,
    ...(row.owner && { owner: row.owner }),
    scopes: row.scopes.filter(isPermission),
    createdAt: row.created_at,
    createdBy: row.created_by,
    ...(row.expires_at !== null && { expiresAt: row.expires_at }),
    ...(row.used_at !== null && { usedAt: row.used_at }),
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
  }
}

function fault(code: string, expected: string, found: string, remedy: string): CordonError {
  return new CordonError({ code, expected, found, where: 'key', remedy })
}
