import { createHash } from 'node:crypto'
import { CordonError, type Finding, type Instant } from '@cordon/model'
import type { Hit, MessageFault } from '@cordon/payments'
import type pg from 'pg'
import type { MessageSummary } from '../payments/message-view.ts'
import { appendAudit } from './audit.ts'
import { foldText } from './finding-row.ts'
import { upsertFindings } from './finding-upsert.ts'
import { hasSecondPerson } from './second-person.ts'

/** Where a message stands: waiting, proposed for release by one person, released by two, or kept stopped. */
export const paymentStates = ['open', 'proposed', 'released', 'blocked'] as const
/** One of `paymentStates`. */
export type PaymentState = (typeof paymentStates)[number]

/** What a person can do with a message. */
export const paymentActions = ['propose', 'confirm', 'decline', 'block', 'reopen'] as const
/** One of `paymentActions`. */
export type PaymentAction = (typeof paymentActions)[number]

/** A message to put in the queue, with what it met. */
export interface PaymentToKeep {
  readonly input: string
  readonly line: number
  readonly recommendation: 'review' | 'hold'
  readonly text: string
  readonly summary: MessageSummary
  readonly hits: readonly Hit[]
  readonly versions: Readonly<Record<string, string>>
  readonly findings: readonly Finding[]
}

/** A message of the queue. */
export interface QueuedPayment extends Omit<PaymentToKeep, 'findings' | 'text' | 'hits'> {
  readonly id: string
  readonly receivedAt: Instant
  readonly state: PaymentState
  readonly proposedBy?: string
  /** Hits that ask for something. */
  readonly hitCount: number
  /** The gravest hit. */
  readonly topHit?: Pick<Hit, 'kind' | 'level' | 'caption' | 'value' | 'score'>
}

/** One of them whole. */
export interface PaymentDetail extends QueuedPayment {
  readonly text: string
  readonly hits: readonly Hit[]
  readonly findingIds: readonly string[]
  readonly actions: readonly PaymentActionDone[]
}

/** What someone did with a message. */
export interface PaymentActionDone {
  readonly at: Instant
  readonly who: string
  readonly action: PaymentAction | 'met'
  readonly reason: string
  /** A release that the person who proposed it confirmed, for there was nobody else. */
  readonly alone: boolean
}

/** Which messages are asked for. */
export interface PaymentQuery {
  readonly state?: PaymentState | 'waiting'
  readonly recommendation?: 'review' | 'hold'
  /** Words that type, reference, parties and hits must hold. */
  readonly text?: string
  readonly limit?: number
  readonly cursor?: string
}

/** A screened input, as it is remembered. */
export interface PaymentImport {
  readonly input: string
  readonly who: string
  readonly counts: Readonly<Record<string, number>>
  readonly faults: readonly MessageFault[]
  readonly versions: Readonly<Record<string, string>>
}

/** The queue of payment messages as a part of the store. */
export interface PaymentStore {
  /** Puts messages in the queue and their findings into the store, in one transaction. @returns how many were new or met more than before */
  keep(messages: readonly PaymentToKeep[]): Promise<number>
  /** Remembers what was screened. */
  imported(done: PaymentImport): Promise<void>
  /** The last inputs that were screened, newest first. */
  imports(limit?: number): Promise<(PaymentImport & { readonly at: Instant })[]>
  query(
    query?: PaymentQuery,
  ): Promise<{ readonly payments: readonly QueuedPayment[]; readonly next?: string }>
  counts(): Promise<Readonly<Record<PaymentState, number>>>
  /** Whether nobody else could confirm a release. */
  isAlone(): Promise<boolean>
  get(id: string): Promise<PaymentDetail | undefined>
  /**
   * Does something with a message, with a reason. A release takes two: who proposed may not confirm, unless there is
   * nobody else who could, which the record then tells.
   * @throws CordonError CORDON_PAYMENT_UNKNOWN, CORDON_PAYMENT_STATE, CORDON_FOUR_EYES, CORDON_DECISION_REASON
   */
  act(request: {
    readonly id: string
    readonly action: PaymentAction
    readonly reason: string
    readonly who: string
  }): Promise<PaymentDetail>
}

interface Row {
  readonly no: number
  readonly key: string
  readonly received_at: number
  readonly input: string
  readonly line: number
  readonly recommendation: 'review' | 'hold'
  readonly state: PaymentState
  readonly proposed_by: string | null
  readonly met: string
  readonly text: string
  readonly summary: MessageSummary
  readonly hits: readonly Hit[]
  readonly hit_count: number
  readonly top_hit: QueuedPayment['topHit'] | null
  readonly versions: Readonly<Record<string, string>>
  readonly findings: readonly string[]
}

/** From which states an action leads, and where to. */
const moves: Readonly<
  Record<PaymentAction, { readonly from: readonly PaymentState[]; readonly to: PaymentState }>
> = {
  propose: { from: ['open'], to: 'proposed' },
  confirm: { from: ['proposed'], to: 'released' },
  decline: { from: ['proposed'], to: 'open' },
  block: { from: ['open', 'proposed'], to: 'blocked' },
  reopen: { from: ['released', 'blocked'], to: 'open' },
}

/** Makes the queue over a pool. */
export function paymentStore(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): PaymentStore {
  return {
    keep: (messages) => transaction((client) => keepAll(client, messages, now())),
    async imported({ input, who, counts, faults, versions }) {
      await transaction(async (client) => {
        const at = now()
        await client.query(
          'insert into payment_import (input, at, who, counts, faults, versions) values ($1, $2, $3, $4, $5, $6)',
          [input, at, who, JSON.stringify(counts), JSON.stringify(faults), JSON.stringify(versions)],
        )
        await appendAudit(client, {
          at,
          actor: who,
          action: 'payments.screen',
          subject: input,
          detail: { counts, versions },
        })
      })
    },
    async imports(limit = 20) {
      const { rows } = await pool.query('select * from payment_import order by no desc limit $1', [limit])
      return rows.map(({ input, at, who, counts, faults, versions }) => ({
        input,
        at,
        who,
        counts,
        faults,
        versions,
      }))
    },
    query: (query = {}) => queryPayments(pool, query),
    async counts() {
      const { rows } = await pool.query<{ state: PaymentState; count: number }>(
        'select state, count(*)::int as count from payment_message group by state',
      )
      const counts = { open: 0, proposed: 0, released: 0, blocked: 0 }
      for (const { state, count } of rows) counts[state] = count
      return counts
    },
    isAlone: async () => !(await hasSecondPerson(pool)),
    get: (id) => detail(pool, id),
    async act(request) {
      await transaction((client) => act(client, request, now()))
      return (await detail(pool, request.id))!
    },
  }
}

async function keepAll(
  client: pg.ClientBase,
  messages: readonly PaymentToKeep[],
  at: Instant,
): Promise<number> {
  let changed = 0
  const findings: Finding[] = []
  for (const message of messages) {
    findings.push(...message.findings)
    const key = createHash('sha256').update(message.text).digest('hex').slice(0, 32)
    const asking = message.hits.filter(({ level }) => level !== 'note')
    const met = [...new Set(asking.map((hit) => hit.entityId ?? hit.caption))].sort().join('\n')
    const { rows } = await client.query<{ no: number; fresh: boolean; former: string; state: PaymentState }>(
      `with former as (select no, met, state from payment_message where key = $1)
       insert into payment_message (key, received_at, input, line, recommendation, met, text, summary, hits, versions, findings, search, hit_count, top_hit)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (key) do update set recommendation = excluded.recommendation, met = excluded.met, hits = excluded.hits, hit_count = excluded.hit_count, top_hit = excluded.top_hit,
         summary = excluded.summary, versions = excluded.versions, findings = excluded.findings, search = excluded.search
       returning no, xmax = 0 as fresh, coalesce((select met from former), '') as former,
         coalesce((select state from former), 'open') as state`,
      [
        key,
        at,
        message.input,
        message.line,
        message.recommendation,
        met,
        message.text.replaceAll('\u0000', ' '),
        JSON.stringify(message.summary),
        JSON.stringify(message.hits),
        JSON.stringify(message.versions),
        JSON.stringify(message.findings.map(({ id }) => id)),
        searchText(message),
        asking.length,
        JSON.stringify(topOf(asking[0])),
      ],
    )
    const row = rows[0]!
    const before = new Set(row.former.split('\n'))
    const more = met.split('\n').filter((one) => !before.has(one))
    if (row.fresh || more.length > 0) changed++
    if (!row.fresh && more.length > 0 && row.state !== 'open') {
      // What was decided was decided of other hits.
      await client.query(`update payment_message set state = 'open', proposed_by = null where no = $1`, [
        row.no,
      ])
      await client.query(
        `insert into payment_action (message_no, at, who, action, reason) values ($1, $2, 'system', 'met', $3)`,
        [row.no, at, `it meets more than when it was decided: ${more.join(', ')}`],
      )
    }
  }
  await upsertFindings(client, findings, at)
  return changed
}

function searchText({ summary, hits, input }: PaymentToKeep): string {
  const { type, id, sender, receiver, debtor, creditor, amount, currency } = summary
  const found = hits.flatMap(({ value, caption, entityId }) => [value, caption, entityId])
  return foldText(
    [`MT${type}`, type, id, sender, receiver, debtor, creditor, amount, currency, input, ...found]
      .filter(Boolean)
      .join('\n')
      .replaceAll('\u0000', ' '),
  )
}

async function queryPayments(pool: pg.Pool, query: PaymentQuery) {
  const limit = Math.max(1, Math.min(500, query.limit ?? 50))
  const values: unknown[] = []
  const conditions: string[] = []
  const add = (condition: string, value: unknown) =>
    conditions.push(condition.replace('?', `$${values.push(value)}`))
  if (query.state === 'waiting') conditions.push(`state in ('open', 'proposed')`)
  else if (query.state) add('state = ?', query.state)
  if (query.recommendation) add('recommendation = ?', query.recommendation)
  for (const word of foldText(query.text ?? '').split(/\s+/u)) if (word) add('strpos(search, ?) > 0', word)
  if (query.cursor) {
    const [rank, no] = query.cursor.split('.').map(Number)
    if (!Number.isSafeInteger(rank) || !Number.isSafeInteger(no))
      throw fault(
        'CORDON_BAD_CURSOR',
        '`next` of the page before',
        query.cursor.slice(0, 40),
        'cursor',
        'Leave it out to begin at the first page.',
      )
    conditions.push(`(rank, no) > ($${values.push(rank)}, $${values.push(no)})`)
  }
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  // Texts and hits stay where they are: a page of long files would be many megabytes.
  const { rows } = await pool.query<Omit<Row, 'text' | 'hits'> & { rank: number }>(
    `select no, key, received_at, input, line, recommendation, state, proposed_by, met, summary, hit_count, top_hit, versions, findings, rank
     from (select *, case recommendation when 'hold' then 0 else 1 end as rank from payment_message) m
     ${where} order by rank, no limit ${limit + 1}`,
    values,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    payments: page.map(toQueued),
    ...(rows.length > limit && last && { next: `${last.rank}.${last.no}` }),
  }
}

function topOf(hit: Hit | undefined): QueuedPayment['topHit'] | null {
  if (!hit) return null
  const { kind, level, caption, value, score } = hit
  return { kind, level, caption, value, score }
}

function toQueued(row: Omit<Row, 'text' | 'hits'>): QueuedPayment {
  return {
    id: row.key,
    receivedAt: row.received_at,
    input: row.input,
    line: row.line,
    recommendation: row.recommendation,
    state: row.state,
    ...(row.proposed_by && { proposedBy: row.proposed_by }),
    summary: row.summary,
    versions: row.versions,
    hitCount: row.hit_count,
    ...(row.top_hit && { topHit: row.top_hit }),
  }
}

async function detail(pool: pg.Pool, id: string): Promise<PaymentDetail | undefined> {
  const { rows } = await pool.query<Row>('select * from payment_message where key = $1', [id])
  const row = rows[0]
  if (!row) return undefined
  const { rows: actions } = await pool.query<PaymentActionDone>(
    'select at, who, action, reason, alone from payment_action where message_no = $1 order by no',
    [row.no],
  )
  return { ...toQueued(row), text: row.text, hits: row.hits, findingIds: row.findings, actions }
}

async function act(
  client: pg.ClientBase,
  request: Parameters<PaymentStore['act']>[0],
  at: Instant,
): Promise<void> {
  const { id, action, who } = request
  const reason = request.reason.trim()
  if (!reason) throw fault('CORDON_DECISION_REASON', 'a reason in words', 'none', id, 'Say why.')
  const { rows } = await client.query<Row>('select * from payment_message where key = $1 for update', [id])
  const row = rows[0]
  if (!row)
    throw fault('CORDON_PAYMENT_UNKNOWN', 'the id of a message', 'none with it', id, 'Look it up again.')
  const { from, to } = moves[action]
  if (!from.includes(row.state))
    throw fault(
      'CORDON_PAYMENT_STATE',
      `a message that is ${from.join(' or ')}`,
      `one that is ${row.state}`,
      id,
      'Reload it: someone else may have acted.',
    )
  const same = action === 'confirm' && row.proposed_by === who
  if (same && (await hasSecondPerson(client)))
    throw fault(
      'CORDON_FOUR_EYES',
      'another person than the one who proposed the release',
      who,
      id,
      'Ask a colleague to confirm it.',
    )
  await client.query('update payment_message set state = $2, proposed_by = $3 where no = $1', [
    row.no,
    to,
    action === 'propose' ? who : action === 'confirm' ? row.proposed_by : null,
  ])
  await client.query(
    'insert into payment_action (message_no, at, who, action, reason, alone) values ($1, $2, $3, $4, $5, $6)',
    [row.no, at, who, action, reason, same],
  )
  await appendAudit(client, {
    at,
    actor: who,
    action: `payment.${action}`,
    subject: id,
    detail: {
      reason,
      reference: row.summary.id,
      type: row.summary.type,
      former: row.state,
      ...(action === 'confirm' && { proposedBy: row.proposed_by, secondPairOfEyes: !same }),
    },
  })
}

function fault(code: string, expected: string, found: string, where: string, remedy: string): CordonError {
  return new CordonError({ code, expected, found, where: `payment ${where}`, remedy })
}
