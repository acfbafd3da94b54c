import { claimKey, type JoinKind, type ProposedJoin } from '@cordon/knowledge'
import { type Claim, CordonError, type Instant, isoSeconds } from '@cordon/model'
import type pg from 'pg'
import { appendAudit } from './audit.ts'

/** A claim that two entries are, or are not, one thing, with why and since when. */
export interface IdentityClaim {
  readonly key: string
  readonly claim: Claim
  /** `person`: somebody said so here. */
  readonly kind: JoinKind | 'person'
  readonly reason: string
  readonly points?: number
  readonly saidAt: Instant
}

/** What a person says of two entries. */
export interface IdentityRequest {
  readonly from: { readonly id: string; readonly label: string }
  readonly to: { readonly id: string; readonly label: string }
  /** `same-as`: these are one; `not-same-as`: these are two. */
  readonly relation: 'same-as' | 'not-same-as'
  readonly reason: string
  /** `person:<account>`. */
  readonly who: string
}

/** Who is who over all lists, as a part of the store. */
export interface Identities {
  /** Every claim that stands. */
  all(): Promise<IdentityClaim[]>
  /** The claims that stand about an entry, the latest first. */
  about(id: string): Promise<IdentityClaim[]>
  /** The claims that stand among all entries that `same-as` claims lead to from this one, however long the way. */
  around(id: string): Promise<IdentityClaim[]>
  /**
   * Puts what a matcher and the lists propose now in the place of what they proposed before. What a person said is
   * not touched: it outranks them, so that what was undone stays undone.
   */
  propose(
    joins: readonly ProposedJoin[],
    actor: string,
  ): Promise<{ added: number; withdrawn: number; kept: number }>
  /** Says for a person that two entries are one, or two. @throws CordonError CORDON_IDENTITY_REASON */
  say(requests: readonly IdentityRequest[]): Promise<void>
  /** Takes back what a person said of two entries. @returns how many claims that were */
  unsay(from: string, to: string, who: string, reason: string): Promise<number>
}

interface Row {
  readonly key: string
  readonly from_id: string
  readonly to_id: string
  readonly from_label: string
  readonly to_label: string
  readonly relation: string
  readonly source: string
  readonly kind: IdentityClaim['kind']
  readonly reason: string
  readonly confidence: number | null
  readonly points: number | null
  readonly said_at: number
  readonly withdrawn: Claim['withdrawn'] | null
}

function claimOf(row: Row): IdentityClaim {
  return {
    key: row.key,
    claim: {
      from: { kind: 'entity', id: row.from_id, label: row.from_label },
      to: { kind: 'entity', id: row.to_id, label: row.to_label },
      relation: row.relation,
      source: row.source,
      ...(row.confidence !== null && { confidence: row.confidence }),
      valid: {},
      ...(row.withdrawn && { withdrawn: row.withdrawn }),
    },
    kind: row.kind,
    reason: row.reason,
    ...(row.points !== null && { points: row.points }),
    saidAt: row.said_at,
  }
}

const insert = `insert into identity_claim
  (key, from_id, to_id, relation, source, kind, reason, confidence, points, from_label, to_label, said_at)
  select key, from_id, to_id, relation, source, kind, reason, confidence, points, from_label, to_label, $2
  from json_to_recordset($1::json) as r (key text, from_id text, to_id text, relation text, source text, kind text,
    reason text, confidence float8, points float8, from_label text, to_label text)
  on conflict (key) do update set reason = excluded.reason, kind = excluded.kind, confidence = excluded.confidence,
    points = excluded.points, from_label = excluded.from_label, to_label = excluded.to_label, withdrawn = null,
    said_at = case when identity_claim.withdrawn is null and identity_claim.reason = excluded.reason
      then identity_claim.said_at else excluded.said_at end`

function rowOf(claim: Claim, kind: IdentityClaim['kind'], reason: string, points?: number) {
  return {
    key: claimKey(claim),
    from_id: claim.from.id,
    to_id: claim.to.id,
    relation: claim.relation,
    source: claim.source,
    kind,
    reason,
    confidence: claim.confidence ?? null,
    points: points ?? null,
    from_label: claim.from.label,
    to_label: claim.to.label,
  }
}

/** Makes the store of identities over a pool. */
export function identityStore(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): Identities {
  const read = async (condition: string, values: unknown[] = []) =>
    (await pool.query<Row>(`select * from identity_claim ${condition}`, values)).rows.map(claimOf)
  return {
    all: () => read('where withdrawn is null order by key'),
    about: (id) =>
      read('where withdrawn is null and (from_id = $1 or to_id = $1) order by said_at desc, key', [id]),
    around: (id) =>
      read(
        `where withdrawn is null and key in (
           with recursive near (id) as (
             select $1::text union
             select case when c.from_id = n.id then c.to_id else c.from_id end
             from near n join identity_claim c on c.from_id = n.id or c.to_id = n.id
             where c.withdrawn is null and c.relation = 'same-as')
           select key from identity_claim where from_id in (select id from near) and to_id in (select id from near))
         order by key`,
        [id],
      ),
    propose: (joins, actor) => transaction((client) => replaceProposals(client, joins, actor, now())),
    say: (requests) => transaction((client) => sayAll(client, requests, now())),
    unsay: (from, to, who, reason) =>
      transaction(async (client) => {
        const at = now()
        const { rows } = await client.query<{ key: string }>(
          `update identity_claim set withdrawn = $3 where withdrawn is null and kind = 'person'
             and ((from_id = $1 and to_id = $2) or (from_id = $2 and to_id = $1)) returning key`,
          [from, to, JSON.stringify({ at: isoSeconds(at), by: who, reason })],
        )
        if (rows.length > 0) {
          const detail = { from, to, reason }
          await appendAudit(client, { at, actor: who, action: 'identity.undo', subject: from, detail })
          await notify(client)
        }
        return rows.length
      }),
  }
}

async function replaceProposals(
  client: pg.ClientBase,
  joins: readonly ProposedJoin[],
  actor: string,
  at: Instant,
): Promise<{ added: number; withdrawn: number; kept: number }> {
  const rows = joins.map(({ claim, kind, reason, points }) => rowOf(claim, kind, reason, points))
  const { rows: before } = await client.query<{ key: string; withdrawn: boolean }>(
    `select key, withdrawn is not null as withdrawn from identity_claim where kind <> 'person'`,
  )
  const proposed = new Set(rows.map(({ key }) => key))
  const standing = new Set(before.filter((row) => !row.withdrawn).map(({ key }) => key))
  const gone = [...standing].filter((key) => !proposed.has(key))
  await client.query('update identity_claim set withdrawn = $2 where key = any($1)', [
    gone,
    JSON.stringify({
      at: isoSeconds(at),
      by: actor,
      reason: 'no longer proposed from what the lists say now',
    }),
  ])
  for (let from = 0; from < rows.length; from += 2_000)
    await client.query(insert, [JSON.stringify(rows.slice(from, from + 2_000)), at])
  const kept = [...proposed].filter((key) => standing.has(key)).length
  const counts = { added: proposed.size - kept, withdrawn: gone.length, kept }
  await appendAudit(client, { at, actor, action: 'identity.propose', subject: 'lists', detail: counts })
  if (counts.added + counts.withdrawn > 0) await notify(client)
  return counts
}

async function sayAll(
  client: pg.ClientBase,
  requests: readonly IdentityRequest[],
  at: Instant,
): Promise<void> {
  for (const { from, to, relation, reason, who } of requests) {
    if (reason.trim() === '')
      throw new CordonError({
        code: 'CORDON_IDENTITY_REASON',
        expected: 'a reason in words',
        found: 'none',
        where: `${from.id} and ${to.id}`,
        remedy: 'Say why: whoever looks at them next reads it.',
      })
    const [a, b] = from.id < to.id ? [from, to] : [to, from]
    const claim: Claim = {
      from: { kind: 'entity', ...a },
      to: { kind: 'entity', ...b },
      relation,
      source: who,
      confidence: 1,
      valid: {},
    }
    const other = relation === 'same-as' ? 'not-same-as' : 'same-as'
    // The later word of the same person counts.
    await client.query(`update identity_claim set withdrawn = $2 where key = $1 and withdrawn is null`, [
      claimKey({ ...claim, relation: other }),
      JSON.stringify({ at: isoSeconds(at), by: who, reason: `said otherwise: ${reason.trim()}` }),
    ])
    await client.query(insert, [JSON.stringify([rowOf(claim, 'person', reason.trim())]), at])
    const detail = { relation, with: b.id, reason: reason.trim() }
    await appendAudit(client, { at, actor: who, action: 'identity.say', subject: a.id, detail })
  }
  await notify(client)
}

const notify = (client: pg.ClientBase) => client.query(`select pg_notify('cordon_identities', '')`)
