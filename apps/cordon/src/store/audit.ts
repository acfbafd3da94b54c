import { createHash } from 'node:crypto'
import { type Instant, isoSeconds } from '@cordon/model'
import type pg from 'pg'
import { canonicalJson } from './canonical-json.ts'
import { streamRows } from './cursor.ts'

/** What happened, before it has its place in the chain. */
export interface AuditEvent {
  readonly at: Instant
  /** Who: an account, `cli:<user>`, `system`. */
  readonly actor: string
  /** What: `lists.import`, `finding.decide` ... */
  readonly action: string
  /** To what: a source, a finding's id. */
  readonly subject: string
  /** Anything JSON can hold. */
  readonly detail: Readonly<Record<string, unknown>>
}

/** One link of the chain. */
export interface AuditEntry extends AuditEvent {
  /** 1, 2, 3 ... without a gap. */
  readonly seq: number
  /** Hash of the entry before; 64 zeros for the first. */
  readonly prevHash: string
  /** SHA-256, hexadecimal, over the canonical JSON of all else. */
  readonly hash: string
}

/** What a check of the whole chain found. */
export type AuditVerdict =
  | { readonly sound: true; readonly entries: number; readonly head: string }
  | {
      readonly sound: false
      /** Entries before the fault, which hold. */
      readonly entries: number
      readonly fault: {
        readonly kind: 'gap' | 'altered' | 'unlinked' | 'truncated'
        readonly seq: number
        readonly detail: string
      }
    }

/** The hash of an entry: SHA-256 over the canonical JSON (RFC 8785) of action, actor, at, detail, prev, seq, subject. */
export function auditHash(entry: Omit<AuditEntry, 'hash' | 'detail'> & { readonly detail: unknown }): string {
  const { seq, at, actor, action, subject, detail, prevHash } = entry
  return createHash('sha256')
    .update(canonicalJson({ seq, at, actor, action, subject, detail, prev: prevHash }))
    .digest('hex')
}

/**
 * Appends to the chain inside the transaction of the change that it records, so that neither is there without the
 * other. Writers wait for one another on the head's row: append last, just before the commit.
 */
export async function appendAudit(client: pg.ClientBase, event: AuditEvent): Promise<AuditEntry> {
  const { rows } = await client.query<Head>('select seq, hash from audit_head for update')
  const head = rows[0]!
  const link = { ...event, seq: Number(head.seq) + 1, prevHash: head.hash }
  const entry = { ...link, hash: auditHash(link) }
  await client.query(
    `insert into audit (seq, at, actor, action, subject, detail, prev_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      entry.seq,
      entry.at,
      entry.actor,
      entry.action,
      entry.subject,
      canonicalJson(entry.detail),
      entry.prevHash,
      entry.hash,
    ],
  )
  await client.query('update audit_head set seq = $1, hash = $2', [entry.seq, entry.hash])
  return entry
}

interface Head {
  readonly seq: number
  readonly hash: string
}

interface AuditRow {
  readonly seq: number
  readonly at: number
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly detail: string
  readonly prev_hash: string
  readonly hash: string
}

/** The audit log as a part of the store. */
export interface AuditLog {
  /** Records something that changes no table of the store. */
  append(event: Omit<AuditEvent, 'at'>): Promise<AuditEntry>
  /** Entries in order, after the given one. */
  entries(options?: { readonly after?: number; readonly limit?: number }): Promise<AuditEntry[]>
  /**
   * Walks the whole chain in bounded memory and names the first entry that does not hold. Who can write to the
   * database and computes all hashes anew is not caught by this: keep the head's hash elsewhere from time to time.
   */
  verify(): Promise<AuditVerdict>
}

/** Makes the audit log over a pool. */
export function auditLog(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): AuditLog {
  return {
    append: (event) => transaction((client) => appendAudit(client, { ...event, at: now() })),
    async entries({ after = 0, limit = 100 } = {}) {
      const { rows } = await pool.query<AuditRow>(
        'select * from audit where seq > $1 order by seq limit $2',
        [after, limit],
      )
      return rows.map(toEntry)
    },
    verify: () =>
      transaction(async (client) => {
        // One snapshot of chain and head, though others write meanwhile.
        await client.query('set transaction isolation level repeatable read read only')
        return verifyChain(client)
      }),
  }
}

async function verifyChain(client: pg.PoolClient): Promise<AuditVerdict> {
  const { rows } = await client.query<Head>('select seq, hash from audit_head')
  const head = rows[0]
  let seq = 0
  let hash = '0'.repeat(64)
  for await (const batch of streamRows<AuditRow>(client, 'select * from audit order by seq', [])) {
    for (const row of batch) {
      const fault = faultOf(row, seq, hash)
      if (fault) return { sound: false, entries: seq, fault }
      seq = Number(row.seq)
      hash = row.hash
    }
  }
  if (!head || Number(head.seq) !== seq || head.hash !== hash) {
    const detail = head
      ? `the head says ${head.seq} entries ending in ${head.hash.slice(0, 12)}, the log holds ${seq} ending in ${hash.slice(0, 12)}`
      : 'the stored head is missing'
    return { sound: false, entries: seq, fault: { kind: 'truncated', seq: seq + 1, detail } }
  }
  return { sound: true, entries: seq, head: hash }
}

function faultOf(row: AuditRow, seq: number, hash: string) {
  const at = Number(row.seq)
  if (at !== seq + 1)
    return { kind: 'gap' as const, seq: seq + 1, detail: `entry ${seq + 1} is missing, the next is ${at}` }
  const { hash: own, ...link } = toEntry(row)
  if (auditHash({ ...link, detail: parsed(row.detail) }) !== own)
    return {
      kind: 'altered' as const,
      seq: at,
      detail: `entry ${at} of ${isoSeconds(link.at)} no longer gives its hash ${own.slice(0, 12)}`,
    }
  if (link.prevHash !== hash)
    return {
      kind: 'unlinked' as const,
      seq: at,
      detail: `entry ${at} follows ${link.prevHash.slice(0, 12)}, but the one before it is ${hash.slice(0, 12)}`,
    }
  return undefined
}

function toEntry(row: AuditRow): AuditEntry {
  return {
    seq: Number(row.seq),
    at: Number(row.at),
    actor: row.actor,
    action: row.action,
    subject: row.subject,
    detail: parsed(row.detail) as Record<string, unknown>,
    prevHash: row.prev_hash,
    hash: row.hash,
  }
}

/** An altered detail need not be JSON any more; as a plain text it gives another hash. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
