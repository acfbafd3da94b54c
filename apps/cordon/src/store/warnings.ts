import { CordonError, type Instant } from '@cordon/model'
import type pg from 'pg'
import { newToken, tokenHash } from '../people/tokens.ts'
import type { Occurrence } from '../warnings/occurrence.ts'
import { recipientOf } from '../warnings/rule.ts'
import { appendAudit } from './audit.ts'
import { commitPlanned, type Planned } from './warning-outbox.ts'
import { unknown, type WarningRules, warningRules } from './warning-rules.ts'

/** Where a delivery stands: waits for its time or its next attempt, is under way, arrived, failed for good, or is no longer wanted. */
export const deliveryStates = ['waiting', 'sending', 'delivered', 'dead', 'given-up'] as const
/** One of `deliveryStates`. */
export type DeliveryState = (typeof deliveryStates)[number]

/** A message to one recipient. */
export interface WarningDelivery {
  /** The same at every attempt: receivers drop what they have by it. */
  readonly id: string
  /** Grows with every delivery. */
  readonly seq: number
  readonly rule: string
  readonly ruleName: string
  readonly channel: 'webhook' | 'email'
  readonly address: string
  readonly state: DeliveryState
  /** When it is sent, or tried again. */
  readonly due: Instant
  readonly attempts: number
  /** How many things it tells of. */
  readonly items: number
  readonly createdAt: Instant
  readonly triedAt?: Instant
  readonly deliveredAt?: Instant
  /** What came of the last attempt, in words. */
  readonly outcome?: string
}

/** One thing that a recipient is told. */
export interface WarningItem {
  readonly id: string
  readonly occurrence: Occurrence
}

/** How an attempt ended. */
export type AttemptEnd =
  | { readonly state: 'delivered'; readonly outcome: string }
  | { readonly state: 'waiting'; readonly due: Instant; readonly outcome: string }
  | { readonly state: 'dead'; readonly outcome: string }

/** Which deliveries are asked for. */
export interface DeliveriesQuery {
  readonly state?: DeliveryState | undefined
  readonly rule?: string | undefined
  readonly limit?: number
  /** `next` of the page before. */
  readonly cursor?: string | undefined
}

/** Warnings as a part of the store: rules, the outbox, feeds. */
export interface Warnings {
  readonly rules: WarningRules
  /** The event up to which all was looked at. */
  position(): Promise<number>
  /** See `commitPlanned`. */
  commit(planned: readonly Planned[], from: number, to: number): Promise<number | undefined>
  /** Puts back what a sender that is gone had under way. */
  takeBack(): Promise<number>
  /** Marks the deliveries that are due as under way, and gives them. Rules that are switched off hold theirs back. */
  claim(limit: number, except: readonly string[]): Promise<WarningDelivery[]>
  items(delivery: string): Promise<WarningItem[]>
  settle(delivery: string, end: AttemptEnd): Promise<void>
  /** When the next delivery is due. */
  nextDue(): Promise<Instant | undefined>
  deliveries(query?: DeliveriesQuery): Promise<{ deliveries: WarningDelivery[]; next?: string }>
  delivery(id: string): Promise<WarningDelivery | undefined>
  counts(): Promise<Readonly<Record<DeliveryState, number>>>
  /** Tries what failed for good again, now: one, or all of them. @throws CordonError CORDON_WARNING_UNKNOWN, CORDON_WARNING_STATE */
  retry(id: string | 'all', who: string): Promise<number>
  /** The latest things that a recipient was told. */
  told(recipient: string, limit: number): Promise<WarningItem[]>
  readonly feeds: WarningFeeds
}

/** Personal feeds: an address that only its owner knows. */
export interface WarningFeeds {
  of(account: string): Promise<{ readonly madeAt: Instant; readonly readAt?: Instant } | undefined>
  /** Makes an account a new address; a former one answers no more. @returns the secret in it, kept as a hash */
  make(account: string, who: string): Promise<string>
  drop(account: string, who: string): Promise<void>
  /** Whose feed it is, while they may read. */
  ownerOf(token: string): Promise<string | undefined>
}

type Transaction = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>

const columns = `id, seq, rule, rule_name as "ruleName", channel, address, state, due, attempts, items, created_at as "createdAt",
  tried_at as "triedAt", delivered_at as "deliveredAt", outcome`

function toDelivery(row: Record<string, unknown>): WarningDelivery {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null),
  ) as unknown as WarningDelivery
}

/** Makes the warnings over a pool. */
export function warningStore(pool: pg.Pool, transaction: Transaction, now: () => Instant): Warnings {
  const many = async (sql: string, values: unknown[]) =>
    (await pool.query<Record<string, unknown>>(sql, values)).rows.map(toDelivery)
  const itemsOf = async (condition: string, values: unknown[]) => {
    const { rows } = await pool.query<{ id: string; body: Occurrence }>(
      `select id, body from warning_item where ${condition}`,
      values,
    )
    return rows.map(({ id, body }): WarningItem => ({ id, occurrence: body }))
  }
  return {
    rules: warningRules(pool, transaction, now),
    async position() {
      return (
        (await pool.query<{ position: number }>('select position from warning_cursor')).rows[0]?.position ?? 0
      )
    },
    commit: (planned, from, to) => transaction((client) => commitPlanned(client, planned, from, to, now())),
    async takeBack() {
      const { rowCount } = await pool.query(
        `update warning_delivery set state = 'waiting', due = $1, outcome = 'the sender ended meanwhile'
         where state = 'sending'`,
        [now()],
      )
      return rowCount ?? 0
    },
    claim: (limit, except) =>
      many(
        `update warning_delivery set state = 'sending', attempts = attempts + 1, tried_at = $1 where id in (
           select d.id from warning_delivery d join warning_rule r on r.id = d.rule and r.enabled
           where d.state = 'waiting' and d.due <= $1 and not d.address = any($3)
           order by d.due, d.id limit $2 for update of d) returning ${columns}`,
        [now(), limit, except],
      ),
    items: (delivery) => itemsOf('delivery = $1 order by severity desc, at, id', [delivery]),
    async settle(delivery, end) {
      const at = now()
      await pool.query(
        `update warning_delivery set state = $2, outcome = $3, due = coalesce($4, due), delivered_at = $5 where id = $1`,
        [
          delivery,
          end.state,
          end.outcome.slice(0, 500),
          end.state === 'waiting' ? end.due : null,
          end.state === 'delivered' ? at : null,
        ],
      )
    },
    async nextDue() {
      const { rows } = await pool.query<{ due: number | null }>(
        `select min(d.due) as due from warning_delivery d join warning_rule r on r.id = d.rule and r.enabled
         where d.state = 'waiting'`,
      )
      return rows[0]?.due ?? undefined
    },
    async deliveries({ state, rule, limit = 50, cursor } = {}) {
      const values: unknown[] = []
      const place = (value: unknown) => `$${values.push(value)}`
      const conditions = [
        ...(state ? [`state = ${place(state)}`] : []),
        ...(rule ? [`rule = ${place(rule)}`] : []),
      ]
      if (cursor) {
        conditions.push(`seq < ${place(seqOf(cursor))}::bigint`)
      }
      const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
      const found = await many(
        `select ${columns} from warning_delivery ${where} order by seq desc limit ${limit + 1}`,
        values,
      )
      const deliveries = found.slice(0, limit)
      const last = deliveries.at(-1)
      return { deliveries, ...(found.length > limit && last && { next: String(last.seq) }) }
    },
    async delivery(id) {
      return (await many(`select ${columns} from warning_delivery where id = $1`, [id]))[0]
    },
    async counts() {
      const { rows } = await pool.query<{ state: DeliveryState; count: number }>(
        'select state, count(*) from warning_delivery group by state',
      )
      const none = Object.fromEntries(deliveryStates.map((state) => [state, 0]))
      const counted = Object.fromEntries(rows.map(({ state, count }) => [state, count]))
      return { ...none, ...counted } as Record<DeliveryState, number>
    },
    retry: (id, who) => transaction((client) => retry(client, id, who, now())),
    told: (recipient, limit) =>
      itemsOf(`recipient = $1 order by at desc, id limit ${Math.floor(limit)}`, [recipient]),
    feeds: warningFeeds(pool, transaction, now),
  }
}

async function retry(client: pg.ClientBase, id: string, who: string, at: Instant): Promise<number> {
  const { rows } = await client.query<{ id: string; state: DeliveryState }>(
    `select id, state from warning_delivery where ${id === 'all' ? `state = 'dead' and $1 = 'all'` : 'id = $1'} for update`,
    [id],
  )
  if (id !== 'all' && !rows[0]) throw unknown('the id of a delivery', id)
  if (id !== 'all' && rows[0]!.state !== 'dead')
    throw new CordonError({
      code: 'CORDON_WARNING_STATE',
      expected: 'a delivery that failed for good',
      found: `one that is ${rows[0]!.state}`,
      where: `delivery ${id}`,
      remedy: 'One that waits is tried again by itself; one that arrived is never sent twice.',
    })
  const known = await client.query<{ id: string }>(
    'select d.id from warning_delivery d join warning_rule r on r.id = d.rule where d.id = any($1)',
    [rows.map((row) => row.id)],
  )
  if (id !== 'all' && known.rows.length === 0)
    throw new CordonError({
      code: 'CORDON_WARNING_STATE',
      expected: 'a delivery of a rule that there is',
      found: 'one of a rule that was removed',
      where: `delivery ${id}`,
      remedy: 'Make the rule anew for what happens from now on.',
    })
  if (known.rows.length === 0) return 0
  await client.query(
    `update warning_delivery set state = 'waiting', attempts = 0, due = $2 where id = any($1)`,
    [known.rows.map((row) => row.id), at],
  )
  await appendAudit(client, {
    at,
    actor: who,
    action: 'warning.retry',
    subject: id,
    detail: { deliveries: known.rows.length },
  })
  return known.rows.length
}

function warningFeeds(pool: pg.Pool, transaction: Transaction, now: () => Instant): WarningFeeds {
  const change = (action: string, account: string, who: string, sql: string, values: unknown[]) =>
    transaction(async (client) => {
      await client.query(sql, values)
      await appendAudit(client, { at: now(), actor: who, action, subject: account, detail: {} })
    })
  return {
    async of(account) {
      const { rows } = await pool.query<{ made_at: number; read_at: number | null }>(
        'select made_at, read_at from warning_feed where account = $1',
        [account],
      )
      const [row] = rows
      return row && { madeAt: row.made_at, ...(row.read_at !== null && { readAt: row.read_at }) }
    },
    async make(account, who) {
      const token = newToken()
      await change(
        'warning.feed',
        account,
        who,
        `insert into warning_feed (account, token_hash, made_at) values ($1, $2, $3)
         on conflict (account) do update set token_hash = excluded.token_hash, made_at = excluded.made_at, read_at = null`,
        [account, tokenHash(token), now()],
      )
      return token
    },
    drop: (account, who) =>
      change('warning.feed-end', account, who, 'delete from warning_feed where account = $1', [account]),
    async ownerOf(token) {
      const { rows } = await pool.query<{ account: string }>(
        `update warning_feed f set read_at = $2 from account a
         where f.token_hash = $1 and a.name = f.account and not a.disabled returning f.account`,
        [tokenHash(token), now()],
      )
      return rows[0]?.account
    },
  }
}

function seqOf(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  throw new CordonError({
    code: 'CORDON_WARNING_CURSOR',
    expected: 'the cursor that the page before gave as `next`',
    found: cursor.slice(0, 40),
    where: 'cursor',
    remedy: 'Leave it out to begin at the first page.',
  })
}

/** The recipient's name of an account's feed. */
export function feedRecipient(account: string): string {
  return recipientOf({ kind: 'feed', address: account })
}
